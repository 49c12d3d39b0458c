// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.errors.BackendException;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Errors as they are stored and shown: name, message and what caused them, without stack traces. */
final class ErrorJson {
    private static final int MAX_CAUSES = 20;

    private ErrorJson() {}

    static String serialize(List<Throwable> errors) {
        var array = JsonNodeFactory.instance.arrayNode(errors.size());
        errors.forEach(error -> array.add(serialize(error)));
        return Json.stringify(array);
    }

    private static ObjectNode serialize(Throwable error) {
        var json = nameAndMessage(JsonNodeFactory.instance.objectNode(), error);
        addCause(json, error, 1);
        return json;
    }

    // in the reference, the cause of a cause comes before its name and message
    private static ObjectNode serializeCause(Throwable error, int depth) {
        var json = JsonNodeFactory.instance.objectNode();
        addCause(json, error, depth);
        return nameAndMessage(json, error);
    }

    private static void addCause(ObjectNode json, Throwable error, int depth) {
        if (error instanceof BackendException && error.getCause() != null && depth <= MAX_CAUSES) {
            json.set("cause", serializeCause(error.getCause(), depth + 1));
        }
    }

    private static ObjectNode nameAndMessage(ObjectNode json, Throwable error) {
        var message = error.getMessage();
        return json.put("name", ErrorNames.nameOf(error))
                .put("message", message == null ? error.getClass().getSimpleName() : message);
    }
}
