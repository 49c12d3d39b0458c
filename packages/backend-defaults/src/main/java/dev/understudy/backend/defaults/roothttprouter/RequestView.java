// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as seen from one place in the tree of routers. */
record RequestView(Exchange exchange, String baseUrl, String path, Map<String, String> params) implements HttpRequest {
    @Override
    public HttpRequest mountedAt(String newBaseUrl, String newPath, Map<String, String> newParams) {
        return new RequestView(exchange, newBaseUrl, newPath, newParams);
    }

    @Override
    public String param(String name) {
        var value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The matched path has no parameter '" + name + "'");
        }
        return value;
    }

    @Override
    public String method() {
        return exchange.method();
    }

    @Override
    public String rawQuery() {
        return exchange.rawQuery();
    }

    @Override
    public String url() {
        return exchange.hasQuery() ? path + "?" + exchange.rawQuery() : path;
    }

    @Override
    public QueryParameters query() {
        return exchange.query();
    }

    @Override
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    @Override
    public List<String> headers(String name) {
        return exchange.headers(name);
    }

    @Override
    public Map<String, String> cookies() {
        return exchange.cookies();
    }

    @Override
    public String clientAddress() {
        return exchange.clientAddress();
    }

    @Override
    public String socketAddress() {
        return exchange.socketAddress();
    }

    @Override
    public String httpVersion() {
        return exchange.httpVersion();
    }

    @Override
    public InputStream body() throws IOException {
        return exchange.body();
    }

    @Override
    public Map<String, Object> attributes() {
        return exchange.attributes();
    }
}
