// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.logs;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a line for each error of an entity. */
record ProcessingErrorLog(LoggerService logger) {
    void write(JsonNode event) {
        var fields = fields(event);
        for (var error : event.path("errors")) {
            logger.warn(error.path("message").asString(""), fields);
        }
    }

    private static Map<String, String> fields(JsonNode event) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : new String[] {"entity", "location"}) {
            if (event.path(name).isString()) {
                fields.put(name, event.get(name).stringValue());
            }
        }
        return fields;
    }
}
