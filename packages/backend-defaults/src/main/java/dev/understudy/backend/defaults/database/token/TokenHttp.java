// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Talks to the clouds' services. Messages of its failures repeat no answer, which could have a secret. */
final class TokenHttp {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1 << 20;

    private TokenHttp() {}

    static JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return Json.mapper().readTree(text(request));
        } catch (JacksonException malformed) {
            throw new IOException("No JSON came back from " + place(request.build()));
        }
    }

    static String text(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.timeout(ANSWER).build();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(place(request) + " answered with status " + response.statusCode());
                }
                return new String(body.readNBytes(LONGEST_ANSWER), UTF_8);
            }
        } catch (IOException failure) {
            var reason = failure.getMessage();
            throw reason != null && reason.startsWith(place(request))
                    ? failure
                    : new IOException("Cannot reach " + place(request), failure);
        }
    }

    static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    static HttpRequest.Builder post(String url, Map<String, String> form) {
        return get(url).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Percent-encodes all but letters, digits and {@code -_.~}. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String place(HttpRequest request) {
        return request.uri().getScheme() + "://" + request.uri().getAuthority()
                + request.uri().getPath();
    }
}
