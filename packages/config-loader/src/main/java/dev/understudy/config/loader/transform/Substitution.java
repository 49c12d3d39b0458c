// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-fallback}} in text by environment variables, and {@code $${NAME}} by
 * {@code ${NAME}}.
 */
public final class Substitution {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\$\\{[^{}]*\\}");
    private static final String SEPARATOR = ":-";

    private final Map<String, String> environment;

    public Substitution(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment variable's value without surrounding space; nothing if it is unset. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip);
    }

    /** The text with all its placeholders replaced; nothing if one of them has no value. */
    Optional<String> apply(String text) {
        var matcher = PLACEHOLDER.matcher(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            var replacement = replacement(matcher.group());
            if (replacement == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return Optional.of(matcher.appendTail(result).toString());
    }

    private @Nullable String replacement(String placeholder) {
        if (placeholder.startsWith("$$")) {
            return placeholder.substring(1);
        }
        var inside = placeholder.substring(2, placeholder.length() - 1);
        var separator = inside.indexOf(SEPARATOR);
        if (separator < 0) {
            return variable(inside.strip()).orElse(null);
        }
        var fallback = inside.substring(separator + SEPARATOR.length()).strip();
        return variable(inside.substring(0, separator).strip())
                .filter(value -> !value.isEmpty())
                .orElse(fallback.isEmpty() ? null : fallback);
    }
}
