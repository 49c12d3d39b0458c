// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of all requests, before anything else is known of them; here, unlike elsewhere, all that is wrong with one is an {@code InputError}. */
public final class RequestBody {
    private static final String ATTRIBUTE = "catalog.body";

    private RequestBody() {}

    /** Middleware that keeps the body for {@link #of}. */
    public static HttpResponse read(HttpRequest request, HttpHandler next) throws Exception {
        json(request).ifPresent(body -> request.attributes().put(ATTRIBUTE, body));
        return next.handle(request);
    }

    private static Optional<JsonNode> json(HttpRequest request) throws IOException {
        try {
            return JsonBody.read(request);
        } catch (HttpException unfit) {
            throw new InputException(unfit.getMessage());
        }
    }

    /** The body if it is JSON, otherwise an empty object. */
    static JsonNode of(HttpRequest request) {
        return request.attributes().get(ATTRIBUTE) instanceof JsonNode body
                ? body
                : Json.mapper().createObjectNode();
    }

    /** The type of the body, without parameters; empty when there is none. */
    static Optional<String> mediaType(HttpRequest request) {
        return request.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }
}
