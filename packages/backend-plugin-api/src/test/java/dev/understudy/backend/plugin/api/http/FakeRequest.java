// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request that came over no wire. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FakeRequest(
        String method,
        String baseUrl,
        String path,
        String rawQuery,
        Map<String, String> params,
        Map<String, String> sentHeaders,
        byte[] sentBody,
        Map<String, Object> attributes)
        implements HttpRequest {

    static FakeRequest of(String method, String path) {
        return new FakeRequest(method, "", path, "", Map.of(), Map.of(), new byte[0], new HashMap<>());
    }

    FakeRequest withBody(byte[] body, String... headers) {
        var all = new HashMap<String, String>();
        all.put("content-length", Integer.toString(body.length));
        for (int index = 0; index < headers.length; index += 2) {
            all.put(headers[index].toLowerCase(Locale.ROOT), headers[index + 1]);
        }
        return new FakeRequest(method, baseUrl, path, rawQuery, params, all, body, attributes);
    }

    FakeRequest withBody(String body, String... headers) {
        return withBody(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Override
    public QueryParameters query() {
        return QueryParameters.parse(rawQuery);
    }

    @Override
    public String param(String name) {
        return Objects.requireNonNull(params.get(name), name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(sentHeaders.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public Map<String, String> cookies() {
        return Map.of();
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
        return new ByteArrayInputStream(sentBody);
    }

    @Override
    public HttpRequest mountedAt(String newBaseUrl, String newPath, Map<String, String> newParams) {
        return new FakeRequest(method, newBaseUrl, newPath, rawQuery, newParams, sentHeaders, sentBody, attributes);
    }
}
