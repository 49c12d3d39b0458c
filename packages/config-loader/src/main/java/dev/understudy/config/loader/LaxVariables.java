// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** The environment, in which every variable that is not set is {@code x}. */
final class LaxVariables extends AbstractMap<String, String> {
    private static final String PLACEHOLDER = "x";

    private final Map<String, String> environment;

    LaxVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String get(Object name) {
        var value = environment.getOrDefault(name, "");
        return value.isEmpty() ? PLACEHOLDER : value;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return environment.entrySet();
    }
}
