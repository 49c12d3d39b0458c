// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The description of the catalog's API, for clients. */
public final class OpenApiDocument {
    private static final String ROUTE = "/openapi.json";

    private OpenApiDocument() {}

    /** The document, with paths as they are reached from the server's root. */
    public static HttpResponse answer(HttpRequest request) {
        var document = read();
        var mount = request.originalUrl().replace(ROUTE, "");
        var paths = Json.mapper().createObjectNode();
        document.get("paths").forEachEntry((path, item) -> paths.set(mount + path, item));
        document.set("paths", paths);
        return HttpResponse.json(document);
    }

    private static ObjectNode read() {
        try (var resource = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            return (ObjectNode) Json.mapper().readTree(Objects.requireNonNull(resource, "openapi.json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
