// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.errors.ResponseException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Sends requests to other plugins. One connection pool each for HTTP and HTTPS serves the process, made when first needed. */
public final class PluginClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private PluginClient() {}

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).version(HttpClient.Version.HTTP_1_1);
    }

    /** Plugins of one process talk without TLS, and need not read the certificates of the world for that. */
    private static final class Plain {
        static final HttpClient CLIENT = client().sslContext(trustingNobody()).build();

        private static SSLContext trustingNobody() {
            try {
                var context = SSLContext.getInstance("TLS");
                context.init(new KeyManager[0], new TrustManager[0], null);
                return context;
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("This JVM has no TLS", failure);
            }
        }
    }

    private static final class Secure {
        static final HttpClient CLIENT = client().build();
    }

    /** An answer with its body. */
    public record Answer(int status, HttpHeaders headers, String body) {
        public boolean isOk() {
            return status / 100 == 2;
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        /** The refusal that this answer is. */
        public ResponseException toException() {
            var contentType = header("content-type").orElse(null);
            return ResponseException.of(status, HttpStatus.getMessage(status), contentType, body);
        }
    }

    /** A request that carries the token, if there is one. */
    public static HttpRequest.Builder request(String url, Optional<String> token) {
        var request = HttpRequest.newBuilder(URI.create(url));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    /** A request with a JSON body. */
    public static HttpRequest.Builder request(String method, String url, Optional<String> token, JsonNode body) {
        return request(url, token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /**
     * Waits for the answer, whatever its status is.
     *
     * @throws UncheckedIOException when there is none
     */
    public static Answer send(HttpRequest.Builder request) {
        var response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /**
     * Waits for the beginning of an answer; the caller reads the rest, and closes it.
     *
     * @throws UncheckedIOException when there is none
     */
    public static HttpResponse<InputStream> open(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        var built = request.build();
        var client = "http".equalsIgnoreCase(built.uri().getScheme()) ? Plain.CLIENT : Secure.CLIENT;
        try {
            return client.send(built, handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", failure);
        }
    }
}
