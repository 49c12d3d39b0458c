// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.io.PrintWriter;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections for a pool and remembers them, so that those who wait on dead ones can be freed. Thread-safe. */
final class OpenConnections implements DataSource {
    private static final int LONGEST_PATIENCE_SECONDS = 15;

    private final PGSimpleDataSource source;
    private final PGSimpleDataSource probe;
    private final Set<Connection> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * @param probe the same as the source, for questions of its own
     */
    OpenConnections(PGSimpleDataSource source, PGSimpleDataSource probe) {
        this.source = source;
        this.probe = probe;
        int seconds = Math.clamp(source.getConnectTimeout(), 1, LONGEST_PATIENCE_SECONDS);
        probe.setConnectTimeout(seconds);
        probe.setSocketTimeout(seconds);
        probe.setLoginTimeout(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = source.getConnection();
        open.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Connections have the configured user");
    }

    /** Whether nothing at all comes back. A server that refuses connections is not silent, and breaks old ones itself. */
    boolean isServerSilent() {
        try (var connection = probe.getConnection()) {
            return connection.isClosed();
        } catch (SQLException failure) {
            return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause ->
                            cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException);
        }
    }

    /** Breaks all connections: who waits for an answer on one gets an error. */
    int abortAll() {
        Connection[] broken;
        synchronized (open) {
            broken = open.toArray(Connection[]::new);
            open.clear();
        }
        int count = 0;
        for (var connection : broken) {
            count += abort(connection) ? 1 : 0;
        }
        return count;
    }

    private static boolean abort(Connection connection) {
        try {
            if (connection.isClosed()) {
                return false;
            }
            connection.abort(Runnable::run);
            return true;
        } catch (SQLException alreadyBroken) {
            return false;
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    // the pool would set its own, which is that of waiting for a connection
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
