// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is set for knex: for all plugins, and over it for one. */
record KnexConfig(ObjectNode settings) {
    static KnexConfig merged(Optional<JsonNode> base, Optional<JsonNode> own) {
        var settings = Json.mapper().createObjectNode();
        base.ifPresent(section -> merge(settings, section));
        own.ifPresent(section -> merge(settings, section));
        return new KnexConfig(settings);
    }

    private static void merge(ObjectNode target, JsonNode source) {
        for (var field : source.properties()) {
            if (target.get(field.getKey()) instanceof ObjectNode inner
                    && field.getValue().isObject()) {
                merge(inner, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    PoolSettings pool() {
        return PoolSettings.fromKnexConfig(settings);
    }

    /**
     * The schemas in which names are looked up; empty for the server's.
     *
     * @param schema the plugin's own, which takes the place of the first
     */
    List<String> searchPath(Optional<String> schema) {
        var path = new ArrayList<String>();
        schema.ifPresent(path::add);
        var configured = settings.path("searchPath");
        if (configured.isString() && schema.isEmpty()) {
            path.add(configured.stringValue());
        }
        for (int i = path.size(); configured.isArray() && i < configured.size(); i++) {
            path.add(configured.path(i).asString(""));
        }
        return List.copyOf(path);
    }
}
