// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays one JSON Schema document over another: objects are merged, nulls remove, everything else replaces. A schema of
 * another type replaces all that was said of the old one.
 */
final class SchemaMerge {
    private static final Set<String> MAPS_OF_SCHEMAS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "additionalItems",
            "items",
            "contains",
            "propertyNames",
            "not",
            "if",
            "then",
            "else",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contentSchema");

    private enum Context {
        SCHEMA,
        MAP,
        DATA;

        Context below(String key) {
            if (this == MAP || (this == SCHEMA && SCHEMAS.contains(key))) {
                return SCHEMA;
            }
            return this == SCHEMA && MAPS_OF_SCHEMAS.contains(key) ? MAP : DATA;
        }
    }

    private SchemaMerge() {}

    static ObjectNode merge(ObjectNode target, ObjectNode source) {
        return merge(target, source, Context.SCHEMA);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode source, Context context) {
        var result = target.objectNode();
        if (context != Context.SCHEMA || !replacesType(target, source)) {
            result.setAll(target);
        }
        source.forEachEntry((key, value) -> {
            if (context == Context.SCHEMA && (key.equals("const") || key.equals("default"))) {
                result.set(key, value);
            } else if (value.isNull()) {
                result.remove(key);
            } else if (value instanceof ObjectNode object) {
                var old = result.get(key) instanceof ObjectNode before ? before : result.objectNode();
                result.set(key, merge(old, object, context.below(key)));
            } else {
                result.set(key, value);
            }
        });
        return result;
    }

    private static boolean replacesType(ObjectNode target, ObjectNode source) {
        return source.hasNonNull("type")
                && target.hasNonNull("type")
                && !types(source.get("type")).equals(types(target.get("type")));
    }

    private static List<String> types(JsonNode type) {
        var types = new ArrayList<String>();
        (type.isArray() ? type : List.of(type)).forEach(item -> types.add(item.toString()));
        types.sort(null);
        return types;
    }
}
