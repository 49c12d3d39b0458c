// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import dev.understudy.errors.TypeException;
import java.util.List;
import java.util.regex.Pattern;

/** The grammar of configuration keys. */
public final class ConfigKeys {
    private static final Pattern PART = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(?:[-_:][a-zA-Z0-9]+)*");
    private static final Pattern DOT = Pattern.compile("\\.");

    private ConfigKeys() {}

    /** Whether the text may stand between the dots of a key. */
    public static boolean isPart(String text) {
        return PART.matcher(text).matches();
    }

    static List<String> split(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        var parts = List.of(DOT.split(key, -1));
        for (var part : parts) {
            if (!isPart(part)) {
                throw new TypeException("Invalid config key '" + key + "'");
            }
        }
        return parts;
    }
}
