// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.time.Duration;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * How long a connection may be silent: long while content is on its way, short between requests. Setting a timeout has a
 * price, so a connection that only serves short requests is set once.
 */
final class ConnectionPatience {
    private ConnectionPatience() {}

    static void duringContent(Request request, ServerTimeouts timeouts) {
        set(request, timeouts.inactivity().isZero() ? timeouts.request() : timeouts.inactivity());
    }

    static void betweenRequests(Request request, ServerTimeouts timeouts) {
        set(request, timeouts.keepAlive());
    }

    private static void set(Request request, Duration timeout) {
        var connection = request.getConnectionMetaData();
        if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
            return;
        }
        set(connection.getConnection().getEndPoint(), timeout.toMillis());
    }

    private static void set(EndPoint endPoint, long millis) {
        if (endPoint.getIdleTimeout() != millis) {
            endPoint.setIdleTimeout(millis);
        }
    }
}
