// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Keeps the target of a request as it was sent. Jetty would decode it, and refuse {@code /%zz} or {@code /..}, which Express
 * leaves to the routes; nothing here needs it decoded, so Jetty is not shown it at all.
 */
final class RawTargetConnection extends HttpConnection {
    private static final Executor HERE_IF_VIRTUAL = task -> {
        if (Thread.currentThread().isVirtual()) {
            task.run();
        } else {
            RequestDispatch.onVirtualThread(task);
        }
    };

    private String target = "/";

    private RawTargetConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    /** Where Jetty goes on with a connection when an answer is sent: best on the virtual thread that sent it. */
    @Override
    protected Executor getExecutor() {
        return HERE_IF_VIRTUAL;
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
        target = uri;
        return new NeverUpgrading(method, uri.startsWith("/") ? "/" : uri, version);
    }

    /** Takes no notice of offers of other protocols, as nothing here speaks one; Jetty would refuse half-hearted ones. */
    private final class NeverUpgrading extends HttpStreamOverHTTP1 {
        NeverUpgrading(String method, String uri, HttpVersion version) {
            super(method, uri, version);
        }

        @Override
        public void parsedHeader(HttpField field) {
            super.parsedHeader(
                    field.getHeader() == HttpHeader.UPGRADE
                            ? new HttpField(null, field.getName(), field.getValue())
                            : field);
        }
    }

    /** The path and query of a request, still encoded. One connection has one request at a time. */
    static String targetOf(Request request) {
        var connection = request.getConnectionMetaData().getConnection();
        return connection instanceof RawTargetConnection raw && raw.target.startsWith("/")
                ? withoutFragment(raw.target)
                : request.getHttpURI().getPathQuery();
    }

    private static String withoutFragment(String target) {
        int fragment = target.indexOf('#');
        return fragment < 0 ? target : target.substring(0, fragment);
    }

    static final class Factory extends HttpConnectionFactory {
        Factory(HttpConfiguration configuration) {
            super(configuration);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            var connection = new RawTargetConnection(getHttpConfiguration(), connector, endPoint);
            return configure(connection, connector, endPoint);
        }
    }
}
