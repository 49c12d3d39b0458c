// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.types.Json;
import tools.jackson.databind.node.ObjectNode;

/** A location that somebody registered. Backstage counterpart: {@code Location}. */
record RegisteredLocation(String id, String type, String target, String entityRef) {
    ObjectNode toJson() {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("target", target)
                .put("entityRef", entityRef);
    }
}
