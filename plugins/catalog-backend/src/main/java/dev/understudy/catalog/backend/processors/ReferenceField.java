// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A field with references, somewhere in an entity. */
record ReferenceField(List<String> path) {
    static ReferenceField of(String dottedPath) {
        return new ReferenceField(List.of(dottedPath.split("\\.", -1)));
    }

    /** The texts of the field, which may be one or a list; everything else, and what is empty, is passed over. */
    List<String> texts(JsonNode entity) {
        var value = entity;
        for (var name : path) {
            value = value.path(name);
        }
        return (value.isArray() ? value.valueStream().toList() : List.of(value))
                .stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** The entity with the field sorted by UTF-16 code units, if it is a list of texts; what is changed is copied. */
    ObjectNode sorted(ObjectNode entity) {
        return sorted(entity, 0);
    }

    private ObjectNode sorted(ObjectNode object, int depth) {
        var name = path.get(depth);
        var value = object.get(name);
        if (depth < path.size() - 1) {
            return value instanceof ObjectNode below ? with(object, name, sorted(below, depth + 1)) : object;
        }
        if (value == null || !value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            return object;
        }
        var items = object.arrayNode(value.size());
        value.valueStream().map(JsonNode::stringValue).sorted().forEach(items::add);
        return with(object, name, items);
    }

    private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        var copy = object.objectNode().setAll(object);
        copy.set(name, value);
        return copy;
    }
}
