// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.errors.ReasonPhrases;
import dev.understudy.errors.ResponseException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Sends requests to the catalog. */
record CatalogHttp(Function<String, String> discovery, Supplier<HttpClient> client, Supplier<Optional<String>> token) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private static final class Lazy {
        static final HttpClient SHARED = newClient();
    }

    /** The client that serves the whole process, made when it is first needed. */
    static HttpClient shared() {
        return Lazy.SHARED;
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(Json.stringify(body)));
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, BodyPublishers.ofString(Json.stringify(body)));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(discovery.apply("catalog") + path))
                .header("Content-Type", "application/json")
                .method(method, body);
        token.get().ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return new Answer(client.get().send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the catalog", failure);
        }
    }

    /** What the catalog says. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        /** The body of an answer that must be a success. */
        JsonNode required() {
            requireSuccess();
            return json();
        }

        /** The body, unless what was asked for is not there. */
        Optional<JsonNode> optional() {
            return status() == 404 ? Optional.empty() : Optional.of(required());
        }

        /** The body of an answer that must have one status. */
        JsonNode required(int expected) {
            if (status() != expected) {
                throw failure();
            }
            return json();
        }

        void requireSuccess() {
            if (!isOk()) {
                throw failure();
            }
        }

        boolean isOk() {
            return status() / 100 == 2;
        }

        JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        ResponseException failure() {
            return ResponseException.of(
                    status(),
                    ReasonPhrases.of(status()),
                    response.headers().firstValue("content-type").orElse(null),
                    new String(response.body(), StandardCharsets.UTF_8));
        }
    }
}
