// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.testing;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An answer as the client has it. Immutable.
 *
 * @param headers in no particular order; a name may stand more than once
 * @param body as text in UTF-8
 */
public record TestResponse(int status, List<HttpResponse.Header> headers, String body) {
    public TestResponse {
        headers = List.copyOf(headers);
    }

    /** What a handler answers, with its body read. */
    public static TestResponse of(HttpResponse response) {
        return new TestResponse(response.status(), response.headers(), textOf(response.body()));
    }

    /** What a server has answered. */
    public static TestResponse of(java.net.http.HttpResponse<String> response) {
        var headers = response.headers().map().entrySet().stream()
                .flatMap(header ->
                        header.getValue().stream().map(value -> new HttpResponse.Header(header.getKey(), value)))
                .toList();
        return new TestResponse(response.statusCode(), headers, response.body());
    }

    /** The first value of a header, by case-insensitive name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpResponse.Header::value)
                .findFirst();
    }

    /**
     * The body as JSON.
     *
     * @throws tools.jackson.core.JacksonException if it is none
     */
    public JsonNode json() {
        return Json.parse(body);
    }

    /** The message of an error response. */
    public String errorMessage() {
        return json().path("error").path("message").asString("");
    }

    private static String textOf(HttpBody body) {
        return switch (body) {
            case HttpBody.Empty _ -> "";
            case HttpBody.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.UTF_8);
            case HttpBody.Raw raw -> new String(raw.bytes(), StandardCharsets.UTF_8);
            case HttpBody.Streaming streaming -> {
                var out = new ByteArrayOutputStream();
                try {
                    streaming.writer().writeTo(out);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                yield out.toString(StandardCharsets.UTF_8);
            }
        };
    }
}
