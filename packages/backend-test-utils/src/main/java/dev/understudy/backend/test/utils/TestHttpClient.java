// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends requests to a {@link TestBackend}, with mock credentials. Redirects are not followed. Immutable, thread-safe.
 *
 * <p>Each method throws {@link UncheckedIOException} if the server cannot be reached or breaks off.
 */
public final class TestHttpClient {
    private final HttpClient client;
    private final String baseUrl;
    private final BackstageCredentials credentials;
    private final Map<String, String> headers;

    private TestHttpClient(
            HttpClient client, String baseUrl, BackstageCredentials credentials, Map<String, String> headers) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.credentials = credentials;
        this.headers = headers;
    }

    static TestHttpClient create(String baseUrl) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new TestHttpClient(client, baseUrl, MockCredentials.user(), Map.of());
    }

    /** The same client for somebody else. */
    public TestHttpClient as(BackstageCredentials others) {
        return new TestHttpClient(client, baseUrl, others, headers);
    }

    /** The same client with one more header; {@code Authorization} takes the place of credentials. */
    public TestHttpClient withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new TestHttpClient(client, baseUrl, credentials, all);
    }

    public TestResponse get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public TestResponse head(String path) {
        return send("HEAD", path, BodyPublishers.noBody());
    }

    public TestResponse delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends a value that Jackson can write; a string as the JSON that it is. */
    public TestResponse post(String path, Object body) {
        return request("POST", path, body, credentials);
    }

    /** Sends a value like {@link #post}. */
    public TestResponse put(String path, Object body) {
        return request("PUT", path, body, credentials);
    }

    /** Sends a request without a body. */
    public TestResponse request(String method, String path, BackstageCredentials by) {
        return as(by).send(method, path, BodyPublishers.noBody());
    }

    /** Sends a request with a body like that of {@link #post}. */
    public TestResponse request(String method, String path, Object body, BackstageCredentials by) {
        var json = body instanceof String text ? text : Json.mapper().writeValueAsString(body);
        var sender = headers.containsKey("Content-Type") ? this : withHeader("Content-Type", "application/json");
        return sender.as(by).send(method, path, BodyPublishers.ofString(json));
    }

    private TestResponse send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path)).method(method, body);
        if (!headers.containsKey("Authorization")) {
            request.header("Authorization", MockCredentials.header(credentials));
        }
        headers.forEach(request::header);
        try {
            return TestResponse.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + method + " " + path, interrupted);
        }
    }

    /** Breaks off what is under way and lets go of all connections. */
    void close() {
        client.shutdownNow();
        client.close();
    }
}
