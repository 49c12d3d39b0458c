// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.QueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What all views of one request share. What few handlers ask for is worked out when it is asked for. */
final class Exchange {
    private final Request request;
    private final TrustProxy trustProxy;
    private final ServerTimeouts timeouts;
    private final String path;
    private final String rawQuery;
    private final boolean hasQuery;
    private @Nullable QueryParameters query;
    private @Nullable Map<String, String> cookies;
    private @Nullable Map<String, Object> attributes;
    private @Nullable String clientAddress;
    private @Nullable InputStream body;

    Exchange(Request request, TrustProxy trustProxy, ServerTimeouts timeouts) {
        this.request = request;
        this.trustProxy = trustProxy;
        this.timeouts = timeouts;
        var target = Objects.requireNonNullElse(RawTargetConnection.targetOf(request), "/");
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        this.hasQuery = mark >= 0;
    }

    RequestView rootView() {
        return new RequestView(this, "", path.isEmpty() ? "/" : path, Map.of());
    }

    String method() {
        return request.getMethod();
    }

    String rawQuery() {
        return rawQuery;
    }

    /** Whether there is a question mark, be it with nothing behind it. */
    boolean hasQuery() {
        return hasQuery;
    }

    QueryParameters query() {
        if (query == null) {
            query = QueryParameters.parse(rawQuery);
        }
        return query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    Map<String, String> cookies() {
        if (cookies == null) {
            cookies = Cookies.parse(headers("Cookie"));
        }
        return cookies;
    }

    Map<String, Object> attributes() {
        if (attributes == null) {
            attributes = new HashMap<>();
        }
        return attributes;
    }

    String socketAddress() {
        return IpAddress.textOf(request.getConnectionMetaData().getRemoteSocketAddress());
    }

    String clientAddress() {
        if (clientAddress == null) {
            clientAddress = trustProxy.clientAddress(socketAddress(), headers("X-Forwarded-For"));
        }
        return clientAddress;
    }

    String httpVersion() {
        return request.getConnectionMetaData().getHttpVersion().asString().substring("HTTP/".length());
    }

    InputStream body() throws IOException {
        if (body == null) {
            body = RequestBody.open(request, timeouts);
        }
        return body;
    }
}
