// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import dev.understudy.catalog.model.Entity;
import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the wanted fields out of an entity. */
final class EntityFields {
    private EntityFields() {}

    /**
     * @param fields dotted paths; when empty, the whole entity is wanted
     */
    static Entity select(Entity entity, List<String> fields) {
        if (fields.isEmpty()) {
            return entity;
        }
        var selected = Json.mapper().createObjectNode();
        fields.forEach(field -> copy(entity.json(), selected, field));
        return new Entity(selected);
    }

    /** Keys may hold dots: the shortest that is there counts. */
    private static void copy(JsonNode from, ObjectNode to, String path) {
        if (from.has(path)) {
            to.set(path, from.get(path));
            return;
        }
        for (var dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            var key = path.substring(0, dot);
            if (from.path(key).isObject()) {
                copy(from.get(key), to.withObjectProperty(key), path.substring(dot + 1));
                return;
            }
        }
    }
}
