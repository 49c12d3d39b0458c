// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.openapi;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.catalog.backend.query.JsonText;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads bodies as Express's JSON parser does; here, unlike elsewhere, all that it refuses is an {@code InputError}. */
final class RequestBody {
    private static final int MOST_BYTES = 100 * 1024;

    private RequestBody() {}

    /** The type of the body, without parameters; empty when there is none. */
    static Optional<String> mediaType(HttpRequest request) {
        return request.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** The body if it is JSON, otherwise an empty object. */
    static JsonNode read(HttpRequest request) throws IOException {
        if (!mediaType(request).equals(Optional.of("application/json"))) {
            return Json.mapper().createObjectNode();
        }
        refuseCharset(request);
        try (var body = request.body()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InputException("request entity too large");
            }
            return parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static void refuseCharset(HttpRequest request) {
        for (var part : request.header("Content-Type").orElse("").split(";", -1)) {
            var parameter = part.strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=")) {
                var charset = parameter.substring("charset=".length()).replace("\"", "");
                if (!charset.startsWith("utf-")) {
                    throw new InputException("unsupported charset \"" + charset.toUpperCase(Locale.ROOT) + "\"");
                }
            }
        }
    }

    private static JsonNode parse(String text) {
        if (text.isEmpty()) {
            return Json.mapper().createObjectNode();
        }
        try {
            return JsonText.parseContainer(text);
        } catch (JsonText.SyntaxException malformed) {
            throw new InputException(malformed.getMessage());
        }
    }
}
