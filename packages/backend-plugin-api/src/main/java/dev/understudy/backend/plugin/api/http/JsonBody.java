// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import dev.understudy.types.Json;
import dev.understudy.types.JsonSyntax;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON bodies as {@code express.json()} reads them, mistakes included: what is not declared as {@code application/json}
 * is no JSON body, a body is an object or an array, and an empty one counts as {@code {}}.
 */
public final class JsonBody {
    /** 100 kB, the limit of Backstage's routers that set none. */
    public static final int DEFAULT_LIMIT = 100 * 1024;

    private static final String ATTRIBUTE = "express.json";

    private JsonBody() {}

    /**
     * Middleware that reads the body before the routes are known, so that all of them refuse a malformed one; what it has read,
     * {@link #read} finds.
     */
    public static HttpResponse readAhead(HttpRequest request, HttpHandler next) throws Exception {
        read(request).ifPresent(body -> request.attributes().put(ATTRIBUTE, body));
        return next.handle(request);
    }

    /** As {@link #read(HttpRequest, int)}, with the default limit. */
    public static Optional<JsonNode> read(HttpRequest request) throws IOException {
        return read(request, DEFAULT_LIMIT);
    }

    /**
     * The body; empty when the request has none, or one of another type.
     *
     * @param limitBytes how long it may be, decompressed
     * @throws dev.understudy.errors.HttpException with status 400 when it is malformed or broken off, 413 when it is too
     *     long, and 415 when its encoding is not known
     */
    public static Optional<JsonNode> read(HttpRequest request, int limitBytes) throws IOException {
        if (request.attributes().get(ATTRIBUTE) instanceof JsonNode body) {
            return Optional.of(body);
        }
        var type = request.header("Content-Type").flatMap(MediaType::parse);
        if (!hasBody(request) || type.filter(MediaType::isJson).isEmpty()) {
            return Optional.empty();
        }
        var charset = charset(type.get());
        var bytes = BodyBytes.read(request, limitBytes);
        var text = BodyText.named(charset).decode(bytes);
        return Optional.of(text.isEmpty() ? JsonNodeFactory.instance.objectNode() : parse(text));
    }

    private static boolean hasBody(HttpRequest request) {
        return request.header("Transfer-Encoding").isPresent()
                || request.header("Content-Length").isPresent();
    }

    private static String charset(MediaType type) {
        if (!type.charset().startsWith("utf-")) {
            throw BodyErrors.unsupportedCharset(type.charset());
        }
        return type.charset();
    }

    private static JsonNode parse(String text) {
        requireContainer(text);
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException malformed) {
            throw BodyErrors.malformed(JsonSyntax.mistakeIn(text).orElse("The JSON is too large or too deep"), text);
        }
    }

    private static void requireContainer(String text) {
        int first = 0;
        while (first < text.length() && " \t\n\r".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        if (first == text.length()) {
            throw BodyErrors.malformed("Unexpected end of JSON input", text);
        }
        char c = text.charAt(first);
        if (c != '{' && c != '[') {
            throw BodyErrors.malformed(JsonSyntax.unexpectedToken(text, first), text);
        }
    }
}
