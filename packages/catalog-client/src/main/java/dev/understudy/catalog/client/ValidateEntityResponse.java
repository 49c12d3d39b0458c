// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the catalog thinks of an entity. Backstage counterpart of the same name. */
public sealed interface ValidateEntityResponse {
    /** Nothing is wrong with it. */
    record Valid() implements ValidateEntityResponse {}

    /** Something is wrong with it. */
    record Invalid(List<SerializedError> errors) implements ValidateEntityResponse {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * What is wrong.
     *
     * @param json the whole error, as the catalog sent it
     */
    record SerializedError(String name, String message, JsonNode json) {
        static SerializedError of(JsonNode json) {
            return new SerializedError(
                    json.path("name").asString("Error"), json.path("message").asString(""), json);
        }
    }
}
