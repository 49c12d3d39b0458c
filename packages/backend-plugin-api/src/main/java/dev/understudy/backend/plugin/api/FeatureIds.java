// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** The rule for the ids of plugins and modules. */
final class FeatureIds {
    private static final Pattern ID = Pattern.compile("(?i)[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern OLD_ID = Pattern.compile("(?i)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*");
    private static final String EXPECTED = "match the pattern /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i"
            + " (letters, digits, and dashes only, starting with a letter)";

    private FeatureIds() {}

    static String pluginId(String id) {
        return check(requireNonNull(id, "pluginId"), "pluginId '" + id + "'", "The pluginId '" + id + "'");
    }

    static String moduleId(String id, String pluginId) {
        var name = "moduleId '" + id + "' for plugin '" + pluginId + "'";
        return check(requireNonNull(id, "moduleId"), name, "The " + name + ",");
    }

    private static String check(String id, String name, String subject) {
        if (!OLD_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Invalid " + name + ", must " + EXPECTED);
        }
        if (!ID.matcher(id).matches()) {
            LoggerFactory.getLogger(FeatureIds.class)
                    .warn("WARNING: {} will be invalid soon, please change it to {}", subject, EXPECTED);
        }
        return id;
    }
}
