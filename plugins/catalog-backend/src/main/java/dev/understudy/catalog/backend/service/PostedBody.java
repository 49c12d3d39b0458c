// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.errors.InputException;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks the bodies of requests that change something. Backstage counterpart: {@code validateRequestBody}. */
final class PostedBody {
    private static final Pattern JSON = Pattern.compile("application/json($|;.*)", Pattern.DOTALL);

    private PostedBody() {}

    /**
     * The body, without what the schema does not know.
     *
     * @throws InputException when there is none or it does not fit
     */
    static JsonNode parse(ValidRequest request, Schema schema) {
        try {
            return schema.parse(require(request));
        } catch (SchemaException unfit) {
            throw new InputException("Malformed request: " + unfit.getMessage());
        }
    }

    private static JsonNode require(ValidRequest request) {
        var type = request.http().header("Content-Type").filter(value -> !value.isEmpty());
        if (type.isEmpty()) {
            throw new InputException("Content-Type missing");
        }
        if (!JSON.matcher(type.get()).matches()) {
            throw new InputException("Illegal Content-Type");
        }
        var body = request.body();
        if (!body.isObject()) {
            throw new InputException("Expected body to be a JSON object");
        }
        if (body.isEmpty()) {
            throw new InputException("Empty request body");
        }
        return body;
    }
}
