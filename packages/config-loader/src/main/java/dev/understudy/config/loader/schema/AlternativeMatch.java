// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells at a glance, without full validation, which of a schema's alternatives a value is. */
final class AlternativeMatch {
    private AlternativeMatch() {}

    static boolean matches(Subschema branch, JsonNode value) {
        var schema = branch.referenced().orElse(branch).node();
        return hasType(schema.path("type"), value)
                && isAmong(schema, value)
                && schema.path("required").valueStream().allMatch(name -> value.has(name.stringValue()))
                && schema.path("properties").properties().stream()
                        .allMatch(property -> !value.has(property.getKey())
                                || isAmong(property.getValue(), value.path(property.getKey())));
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isMissingNode()) {
            return true;
        }
        var types = type.isArray() ? type.valueStream() : Stream.of(type);
        return types.map(JsonNode::stringValue).anyMatch(name -> switch (name) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            default -> value.isValueNode();
        });
    }

    private static boolean isAmong(JsonNode schema, JsonNode value) {
        var constant = schema.path("const");
        var allowed = schema.path("enum");
        return (constant.isMissingNode() || constant.equals(value))
                && (allowed.isMissingNode() || allowed.valueStream().anyMatch(value::equals));
    }
}
