// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads texts of the sections about external access. */
final class TextChecks {
    private TextChecks() {}

    /** A text without white space. */
    static String solid(String text, String message) {
        if (text.isEmpty() || text.chars().anyMatch(TextChecks::isSpace)) {
            throw new IllegalArgumentException(message);
        }
        return text;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0xFEFF;
    }

    /** The values of a text or of several, divided by spaces and commas, each once; empty if there are none. */
    static Set<String> list(Config config, String key) {
        if (!config.has(key)) {
            return Set.of();
        }
        var raw = config.value(key).isArray() ? config.stringArray(key) : List.of(config.string(key));
        return raw.stream()
                .flatMap(text -> Arrays.stream(text.split("[ ,]", -1)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String quoted(Iterable<String> names) {
        return "'" + String.join("', '", names) + "'";
    }
}
