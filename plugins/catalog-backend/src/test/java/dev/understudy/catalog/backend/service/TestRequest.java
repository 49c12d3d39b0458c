// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as the server would hand it to the plugin. */
record TestRequest(
        String method,
        String path,
        String baseUrl,
        String rawQuery,
        Map<String, String> params,
        Map<String, String> headerValues,
        String content,
        Map<String, Object> attributes)
        implements HttpRequest {

    static TestRequest of(String method, String url, String content, Map<String, String> headers) {
        var question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        var query = question < 0 ? "" : url.substring(question + 1);
        var sent = new HashMap<>(headers);
        if (!content.isEmpty()) {
            sent.put("Content-Length", "" + content.getBytes(StandardCharsets.UTF_8).length);
        }
        return new TestRequest(method, path, "/api/catalog", query, Map.of(), sent, content, new HashMap<>());
    }

    @Override
    public QueryParameters query() {
        return QueryParameters.parse(rawQuery);
    }

    @Override
    public String param(String name) {
        var value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The path has no '" + name + "'");
        }
        return value;
    }

    @Override
    public Optional<String> header(String name) {
        return headerValues.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
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
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpRequest mountedAt(String newBaseUrl, String newPath, Map<String, String> newParams) {
        return new TestRequest(method, newPath, newBaseUrl, rawQuery, newParams, headerValues, content, attributes);
    }
}
