// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.ConfigException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one schema of several, such that a value fits it if it fits each. Backstage counterpart: {@code mergeConfigSchemas}. */
final class SchemaMerge {
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "patternProperties", "definitions");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");
    private static final Set<String> FIRST_COUNTS = Set.of("title", "description", "default", "$schema", "$id");

    private SchemaMerge() {}

    /**
     * @param path where they apply, for messages
     * @throws ConfigException when one shows to browsers what the other keeps secret
     */
    static JsonNode merge(JsonNode first, JsonNode second, String path) {
        if (first.equals(second) || !(second instanceof ObjectNode right)) {
            return first;
        }
        if (!(first instanceof ObjectNode left)) {
            return second;
        }
        return left.has("$ref") || right.has("$ref") ? both(left, right) : merge(left, right, path);
    }

    private static ObjectNode merge(ObjectNode left, ObjectNode right, String path) {
        var merged = left.deepCopy();
        var rest = JsonNodeFactory.instance.objectNode();
        right.forEachEntry((keyword, value) -> {
            if (!left.has(keyword)) {
                merged.set(keyword, value);
            } else if (NAMED_SCHEMAS.contains(keyword)) {
                merged.set(keyword, named(left.get(keyword), value, path));
            } else if (SCHEMAS.contains(keyword)) {
                merged.set(keyword, merge(left.get(keyword), value, path));
            } else if (keyword.equals("required")) {
                merged.set(keyword, required(left.get(keyword), value));
            } else if (keyword.equals("visibility")) {
                merged.set(keyword, visibility(left.get(keyword), value, path));
            } else if (!left.get(keyword).equals(value) && !FIRST_COUNTS.contains(keyword)) {
                rest.set(keyword, value);
            }
        });
        return rest.isEmpty() ? merged : both(merged, rest);
    }

    // where two keywords cannot be made one, both are asked
    private static ObjectNode both(ObjectNode first, ObjectNode second) {
        var all = JsonNodeFactory.instance.objectNode();
        all.putArray("allOf").add(first).add(second);
        return all;
    }

    private static JsonNode named(JsonNode left, JsonNode right, String path) {
        var merged = ((ObjectNode) left).deepCopy();
        right.forEachEntry((name, schema) ->
                merged.set(name, left.has(name) ? merge(left.get(name), schema, path + "/" + name) : schema));
        return merged;
    }

    private static JsonNode required(JsonNode left, JsonNode right) {
        var names = new TreeSet<String>();
        left.forEach(name -> names.add(name.asString()));
        right.forEach(name -> names.add(name.asString()));
        var merged = JsonNodeFactory.instance.arrayNode();
        names.forEach(merged::add);
        return merged;
    }

    private static JsonNode visibility(JsonNode left, JsonNode right, String path) {
        var both = Set.of(left.asString(), right.asString());
        if (both.contains("frontend") && both.contains("secret")) {
            throw new ConfigException("Config schema visibility is both 'frontend' and 'secret' for " + path);
        }
        return left.asString().equals("backend") ? right : left;
    }
}
