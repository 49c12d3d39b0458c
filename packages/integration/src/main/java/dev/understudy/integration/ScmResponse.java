// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.errors.ReasonPhrases;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a host answered. Its body is read once, or else it is to be closed. Not thread-safe. */
public final class ScmResponse implements AutoCloseable {
    private static final int MAX_TEXT = 64 * 1024 * 1024;

    private final HttpResponse<InputStream> response;
    private final InputStream body;

    ScmResponse(HttpResponse<InputStream> response, InputStream body) {
        this.response = response;
        this.body = body;
    }

    /** The status code. */
    public int status() {
        return response.statusCode();
    }

    /** Whether the status code is one of success. */
    public boolean isOk() {
        return status() >= 200 && status() <= 299;
    }

    /** Status code and what it is called, such as {@code 404 Not Found}. */
    public String statusLine() {
        return status() + " " + ReasonPhrases.of(status());
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body; closing it closes the answer. */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body.
     *
     * @throws IOException if there are more bytes than that
     */
    public byte[] bytes(int limit) throws IOException {
        try (body) {
            return BoundedBytes.read(body, limit, "The answer from " + response.uri());
        }
    }

    /** The whole body as text, of at most 64 MiB. */
    public String text() throws IOException {
        return new String(bytes(MAX_TEXT), UTF_8);
    }

    /** The whole body as JSON, of at most 64 MiB. */
    public JsonNode json() throws IOException {
        try {
            return Json.parse(text());
        } catch (JacksonException malformed) {
            throw new IOException("The answer from " + response.uri() + " is not JSON", malformed);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
