// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose headers take too long to arrive. A timeout for silence does not catch a client that sends a byte
 * now and then, so all connections are looked at from time to time, which costs requests nothing.
 */
final class SlowClients implements LifeCycle.Listener {
    private static final long MOST_MILLIS_BETWEEN_LOOKS = 1000;

    private final ServerConnector connector;
    private final Duration allowed;
    private final long millisBetweenLooks;
    private IdentityHashMap<EndPoint, Long> waitingSince = new IdentityHashMap<>();

    SlowClients(ServerConnector connector, ServerTimeouts timeouts) {
        this.connector = connector;
        this.allowed = timeouts.headers();
        this.millisBetweenLooks = Math.clamp(allowed.toMillis() / 4, 10, MOST_MILLIS_BETWEEN_LOOKS);
        if (!allowed.isZero()) {
            connector.addEventListener(this);
        }
    }

    @Override
    public void lifeCycleStarted(LifeCycle event) {
        scheduleLook();
    }

    private void scheduleLook() {
        if (connector.isRunning()) {
            connector.getScheduler().schedule(this::look, millisBetweenLooks, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            closeSlow();
        } finally {
            scheduleLook();
        }
    }

    private void closeSlow() {
        var stillWaiting = new IdentityHashMap<EndPoint, Long>();
        long now = NanoTime.now();
        for (var endPoint : connector.getConnectedEndPoints()) {
            if (!isWaitingForHeaders(endPoint)) {
                continue;
            }
            long since = waitingSince.getOrDefault(endPoint, now);
            if (NanoTime.elapsed(since, now) >= allowed.toNanos()) {
                endPoint.close();
            } else {
                stillWaiting.put(endPoint, since);
            }
        }
        waitingSince = stillWaiting;
    }

    /** Closes the connections that wait for a next request. */
    void closeIdle() {
        for (var endPoint : connector.getConnectedEndPoints()) {
            var connection = httpConnection(endPoint.getConnection());
            if (connection == null || connection.getParser().isStart()) {
                endPoint.close();
            }
        }
    }

    // a connection that has not had a request yet is waiting too; one between requests has its own, shorter, limit
    private static boolean isWaitingForHeaders(EndPoint endPoint) {
        var connection = httpConnection(endPoint.getConnection());
        if (connection == null) {
            return true;
        }
        var parser = connection.getParser();
        return parser.isStart() ? connection.getMessagesIn() == 0 : parser.inHeaderState();
    }

    private static @Nullable HttpConnection httpConnection(@Nullable Connection connection) {
        return switch (connection) {
            case HttpConnection http -> http;
            case SslConnection tls -> httpConnection(tls.getSslEndPoint().getConnection());
            case null, default -> null;
        };
    }
}
