// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.errors.TypeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Environment variables whose names start with {@code APP_CONFIG_}; an underscore separates the parts of a key, and
 * values are JSON or plain text.
 *
 * <p>Backstage counterpart: {@code EnvConfigSource}.
 */
public final class EnvConfigSource implements ConfigSource {
    private static final String PREFIX = "APP_CONFIG_";

    private final Map<String, String> environment;

    private EnvConfigSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A source of the given environment. */
    public static EnvConfigSource create(Map<String, String> environment) {
        var relevant = new TreeMap<>(environment);
        relevant.keySet().removeIf(name -> !name.startsWith(PREFIX));
        return new EnvConfigSource(relevant);
    }

    @Override
    public List<SourcedConfig> read() {
        var tree = new EnvConfigTree();
        environment.forEach((name, value) -> {
            if (!value.isEmpty()) {
                tree.add(name, name.substring(PREFIX.length()), value);
            }
        });
        checkProblems(tree.problems());
        return tree.fields().map(fields -> new SourcedConfig("env", fields)).stream()
                .toList();
    }

    private static void checkProblems(List<String> problems) {
        if (problems.size() == 1) {
            throw new TypeException(problems.getFirst());
        }
        if (!problems.isEmpty()) {
            throw new TypeException("Failed to read config from the environment, " + problems.size() + " errors:\n- "
                    + String.join("\n- ", problems));
        }
    }

    @Override
    public String toString() {
        return "EnvConfigSource{count=" + environment.size() + "}";
    }
}
