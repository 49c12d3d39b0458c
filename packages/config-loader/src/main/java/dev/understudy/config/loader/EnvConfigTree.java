// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigKeys;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Collects single values into an object, refusing contradictions. */
final class EnvConfigTree {
    /** Objects under construction; their values are {@link Branch}es and finished {@link SourcedValue}s. */
    private static final class Branch {
        private final Map<String, Object> children = new LinkedHashMap<>();
        private final Origin origin;

        private Branch(Origin origin) {
            this.origin = origin;
        }
    }

    private final Branch root = new Branch(new Origin("env", 0));
    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    Optional<SourcedValue.Fields> fields() {
        return root.children.isEmpty() ? Optional.empty() : Optional.of(fields(root));
    }

    void add(String variable, String key, String value) {
        var parts = List.of(key.split("_", -1));
        if (!parts.stream().allMatch(ConfigKeys::isPart)) {
            problems.add("Invalid env config key '" + key + "'");
            return;
        }
        add(new Origin(variable, 0), key, parts, value);
    }

    private void add(Origin origin, String key, List<String> parts, String value) {
        var branch = root;
        for (int index = 0; index < parts.size() - 1; index++) {
            var child = branch.children.compute(
                    parts.get(index), (_, present) -> isAbsent(present) ? new Branch(origin) : present);
            if (!(child instanceof Branch next)) {
                problems.add("Could not nest config for key '" + key + "' under existing value '"
                        + String.join("_", parts.subList(0, index + 1)) + "'");
                return;
            }
            branch = next;
        }
        addLeaf(branch, origin, key, parts.getLast(), parse(value));
    }

    private static boolean isAbsent(@Nullable Object child) {
        return child == null
                || (child instanceof SourcedValue.Scalar scalar
                        && scalar.value().isNull());
    }

    private void addLeaf(Branch branch, Origin origin, String key, String name, JsonNode value) {
        if (branch.children.containsKey(name)) {
            problems.add("Refusing to override existing config at key '" + key + "'");
        } else if (value.isNull()) {
            problems.add(
                    "Failed to parse JSON-serialized config value for key '" + key + "', Error: value may not be null");
        } else {
            branch.children.put(name, child(value, origin));
        }
    }

    /** Objects stay open, so that other variables can add to them; a null in them gives way as well. */
    private static Object child(JsonNode value, Origin origin) {
        if (!value.isObject()) {
            return SourcedValue.of(value, origin);
        }
        var branch = new Branch(origin);
        value.forEachEntry((name, field) -> branch.children.put(name, child(field, origin)));
        return branch;
    }

    private static JsonNode parse(String value) {
        try {
            var parsed = Json.parse(value);
            return parsed.isMissingNode() ? StringNode.valueOf(value) : parsed;
        } catch (JacksonException _) {
            return StringNode.valueOf(value);
        }
    }

    private static SourcedValue.Fields fields(Branch branch) {
        var fields = new LinkedHashMap<String, SourcedValue>();
        branch.children.forEach((name, child) ->
                fields.put(name, child instanceof Branch inner ? fields(inner) : (SourcedValue) child));
        return new SourcedValue.Fields(fields, branch.origin);
    }
}
