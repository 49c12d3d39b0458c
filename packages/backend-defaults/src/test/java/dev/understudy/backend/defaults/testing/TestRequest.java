// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request made by hand; what no router answers becomes 404. */
public record TestRequest(
        String method,
        String baseUrl,
        String path,
        Map<String, String> headers,
        String text,
        Map<String, String> params,
        Map<String, Object> attributes)
        implements HttpRequest {

    public static TestRequest get(String path) {
        return new TestRequest("GET", "", path, Map.of(), "", Map.of(), new HashMap<>());
    }

    public static TestRequest post(String path, String json) {
        var headers = Map.of("content-type", "application/json", "content-length", String.valueOf(json.length()));
        return new TestRequest("POST", "", path, headers, json, Map.of(), new HashMap<>());
    }

    public TestRequest withHeader(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new TestRequest(method, baseUrl, path, all, text, params, attributes);
    }

    public HttpResponse sendTo(HttpRouter router) throws Exception {
        return router.handle(this, _ -> HttpResponse.status(404));
    }

    /** The text of a response whose body is at hand. */
    public static String textOf(HttpResponse response) {
        return switch (response.body()) {
            case HttpBody.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.UTF_8);
            case HttpBody.Raw raw -> new String(raw.bytes(), StandardCharsets.UTF_8);
            case HttpBody.Empty _ -> "";
            case HttpBody.Streaming _ -> throw new IllegalStateException("The body is a stream");
        };
    }

    @Override
    public String rawQuery() {
        return "";
    }

    @Override
    public QueryParameters query() {
        return QueryParameters.parse("");
    }

    @Override
    public String param(String name) {
        return Optional.ofNullable(params.get(name)).orElseThrow(IllegalArgumentException::new);
    }

    @Override
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    @Override
    public List<String> headers(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Map<String, String> cookies() {
        var cookies = new HashMap<String, String>();
        for (var pair : header("Cookie").orElse("").split("; ", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return cookies;
    }

    @Override
    public String clientAddress() {
        return "127.0.0.1";
    }

    @Override
    public String socketAddress() {
        return "127.0.0.1";
    }

    @Override
    public String httpVersion() {
        return "1.1";
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpRequest mountedAt(String newBaseUrl, String newPath, Map<String, String> newParams) {
        return new TestRequest(method, newBaseUrl, newPath, headers, text, newParams, attributes);
    }
}
