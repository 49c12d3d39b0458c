// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Drops the properties that a schema does not take. The reference does so too: {@code additionalProperties: false} is what it
 * writes for objects that ignore what they do not know.
 */
final class KnownProperties {
    private KnownProperties() {}

    static JsonNode of(JsonNode schema, JsonNode value) {
        if (value.isArray() && schema.path("items").isObject()) {
            var items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(of(schema.path("items"), item)));
            return items;
        }
        return value.isObject() && schema.path("properties").isObject() ? ofObject(schema, value) : value;
    }

    private static JsonNode ofObject(JsonNode schema, JsonNode value) {
        var properties = schema.path("properties");
        var takesOthers = schema.path("additionalProperties").asBoolean(true);
        var known = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(entry -> {
            var property = properties.path(entry.getKey());
            if (!property.isMissingNode()) {
                known.set(entry.getKey(), of(property, entry.getValue()));
            } else if (takesOthers) {
                known.set(entry.getKey(), entry.getValue());
            }
        });
        return known;
    }
}
