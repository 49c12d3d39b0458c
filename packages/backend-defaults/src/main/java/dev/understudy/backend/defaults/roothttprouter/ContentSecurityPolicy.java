// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The value of the {@code Content-Security-Policy} header. Backstage counterpart: {@code readHelmetOptions}. */
final class ContentSecurityPolicy {
    private ContentSecurityPolicy() {}

    static String fromConfig(Config config) {
        var directives = defaults();
        config.optionalConfig("backend.csp").ifPresent(section -> apply(section, directives));
        if (!directives.containsKey("default-src")) {
            throw new IllegalArgumentException(
                    "Content-Security-Policy needs a default-src but none was provided. If you"
                            + " really want to disable it, set it to"
                            + " `contentSecurityPolicy.dangerouslyDisableDefaultSrc`.");
        }
        return directives.entrySet().stream()
                .map(directive -> text(directive.getKey(), directive.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static Map<String, List<String>> defaults() {
        var directives = new LinkedHashMap<String, List<String>>();
        directives.put("default-src", List.of("'self'"));
        directives.put("base-uri", List.of("'self'"));
        directives.put("font-src", List.of("'self'", "https:", "data:"));
        directives.put("frame-ancestors", List.of("'self'"));
        directives.put("img-src", List.of("'self'", "data:"));
        directives.put("object-src", List.of("'none'"));
        directives.put("script-src", List.of("'self'", "'unsafe-eval'"));
        directives.put("script-src-attr", List.of("'none'"));
        directives.put("style-src", List.of("'self'", "https:", "'unsafe-inline'"));
        directives.put("upgrade-insecure-requests", List.of());
        return directives;
    }

    private static void apply(Config section, Map<String, List<String>> directives) {
        for (var key : section.keys()) {
            var value = section.value(key);
            if (value.isBoolean() && !value.asBoolean()) {
                directives.remove(kebabCase(key));
            } else {
                directives.put(kebabCase(key), section.stringArray(key));
            }
        }
    }

    private static String text(String name, List<String> values) {
        if (name.isEmpty() || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
            throw new IllegalArgumentException(
                    "Content-Security-Policy received an invalid directive name \"" + name + "\"");
        }
        for (var value : values) {
            if (value.indexOf(';') >= 0 || value.indexOf(',') >= 0) {
                throw new IllegalArgumentException(
                        "Content-Security-Policy received an invalid directive value for \"" + name + "\"");
            }
        }
        return values.isEmpty() ? name : name + " " + String.join(" ", values);
    }

    /** The words of a name in lower case with dashes between them, as lodash's {@code kebabCase} has it. */
    private static String kebabCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }
}
