// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request made by hand, for tests of routers without a server. The {@code with} methods return changed copies. */
public final class MockRequest implements HttpRequest {
    private final String method;
    private final String baseUrl;
    private final String path;
    private final String rawQuery;
    private final TreeMap<String, String> headers;
    private final Map<String, String> params;
    private final byte[] body;
    private final Map<String, Object> attributes;

    private MockRequest(
            String method,
            Target target,
            Map<String, String> headers,
            Map<String, String> params,
            byte[] body,
            Map<String, Object> attributes) {
        this.method = method;
        this.baseUrl = target.baseUrl();
        this.path = target.path();
        this.rawQuery = target.rawQuery();
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.params = Map.copyOf(params);
        this.body = body;
        this.attributes = attributes;
    }

    private record Target(String baseUrl, String path, String rawQuery) {
        static Target of(String url) {
            var question = url.indexOf('?');
            return question < 0
                    ? new Target("", url, "")
                    : new Target("", url.substring(0, question), url.substring(question + 1));
        }
    }

    /** A request without a body; the URL is a path and may have a query. */
    public static MockRequest of(String method, String url) {
        return new MockRequest(method, Target.of(url), Map.of(), Map.of(), new byte[0], new HashMap<>());
    }

    public static MockRequest get(String url) {
        return of("GET", url);
    }

    public static MockRequest post(String url, String json) {
        return of("POST", url).withJson(json);
    }

    /** The same with a body of JSON. */
    public MockRequest withJson(String json) {
        return withHeader("Content-Type", "application/json").withBody(json.getBytes(UTF_8));
    }

    /** The same with a body. */
    public MockRequest withBody(byte[] bytes) {
        var sent = withHeader("Content-Length", String.valueOf(bytes.length));
        return new MockRequest(method, target(), sent.headers, params, bytes.clone(), attributes);
    }

    /** The same, seen from below a path that routers above have consumed. */
    public MockRequest below(String consumed) {
        return new MockRequest(method, new Target(consumed, path, rawQuery), headers, params, body, attributes);
    }

    /** The same with one more header. */
    public MockRequest withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new MockRequest(method, target(), all, params, body, attributes);
    }

    /**
     * What a router answers; 404 where nothing matches.
     *
     * @throws Exception what a handler threw
     */
    public TestResponse sendTo(HttpRouter router) throws Exception {
        return TestResponse.of(router.handle(this, _ -> HttpResponse.status(404)));
    }

    private Target target() {
        return new Target(baseUrl, path, rawQuery);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public String rawQuery() {
        return rawQuery;
    }

    @Override
    public QueryParameters query() {
        return QueryParameters.parse(rawQuery);
    }

    @Override
    public String param(String name) {
        return Optional.ofNullable(params.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The path has no parameter '" + name + "'"));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public Map<String, String> cookies() {
        return header("Cookie").stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(pair -> pair.trim().split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
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
        return new ByteArrayInputStream(body);
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public HttpRequest mountedAt(String newBaseUrl, String newPath, Map<String, String> newParams) {
        return new MockRequest(method, new Target(newBaseUrl, newPath, rawQuery), headers, newParams, body, attributes);
    }
}
