// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/** Translates node-postgres's options into the driver's. */
final class PostgresDataSource {
    private static final long SECONDS_BEFORE_PROBES = 60;
    private static final String[] SERVER_TIMEOUTS = {
        "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"
    };

    private PostgresDataSource() {}

    static PGSimpleDataSource configure(
            PGSimpleDataSource source, JsonNode connection, long createTimeout, String database) {
        var address = PostgresAddress.of(connection);
        address.applyTo(source);
        source.setDatabaseName(database);
        source.setUser(user(connection));
        source.setPassword(text(connection, "password", "PGPASSWORD", ""));
        source.setApplicationName(text(connection, "application_name", "PGAPPNAME", ""));
        applyPatience(source, connection, createTimeout);
        if (!address.isUnixSocket()) {
            applyKeepalive(source, connection);
        }
        // a prepared statement gets one plan for all values, which can be very bad for some of them; to tell the server
        // to
        // plan each time would have it plan foreign keys' checks too, for each row
        source.setPrepareThreshold(0);
        var options = options(connection);
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        if (connection.has("scramMaxIterations")) {
            set(
                    source,
                    "scramMaxIterations",
                    connection.path("scramMaxIterations").asString());
        }
        PostgresTls.of(connection, System.getenv()).applyTo(source);
        return source;
    }

    static String user(JsonNode connection) {
        return text(connection, "user", "PGUSER", System.getProperty("user.name", ""));
    }

    private static void applyPatience(PGSimpleDataSource source, JsonNode connection, long createTimeout) {
        var ofClient = milliseconds(connection, "connectionTimeoutMillis");
        int seconds = seconds(ofClient > 0 ? Math.min(ofClient, createTimeout) : createTimeout);
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        var ofQuery = milliseconds(connection, "query_timeout");
        if (ofQuery > 0) {
            source.setSocketTimeout(seconds(ofQuery));
        }
    }

    private static void applyKeepalive(PGSimpleDataSource source, JsonNode connection) {
        boolean keepAlive = connection.path("keepAlive").asBoolean(true);
        source.setTcpKeepAlive(keepAlive);
        if (keepAlive && !(source instanceof CloudSqlDataSource)) {
            var delay = milliseconds(connection, "keepAliveInitialDelayMillis");
            source.setSocketFactory(PatientSocketFactory.class.getName());
            source.setSocketFactoryArg(String.valueOf(delay > 0 ? Math.max(1, delay / 1000) : SECONDS_BEFORE_PROBES));
        }
    }

    private static String options(JsonNode connection) {
        var options = new StringBuilder(text(connection, "options", "PGOPTIONS", ""));
        for (var name : SERVER_TIMEOUTS) {
            var timeout = milliseconds(connection, name);
            if (timeout > 0) {
                options.append(" -c ").append(name).append('=').append(timeout);
            }
        }
        return options.toString().strip();
    }

    // as in node-postgres, nothing and false and zero stand for no limit
    private static long milliseconds(JsonNode connection, String name) {
        return connection.path(name).asLong(0);
    }

    private static int seconds(long milliseconds) {
        return Math.toIntExact(Math.ceilDiv(milliseconds, 1000L));
    }

    static void set(PGSimpleDataSource source, String property, String value) {
        try {
            source.setProperty(property, value);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(JsonNode connection, String name, String variable, String otherwise) {
        return text(connection, name, variable, otherwise, System.getenv());
    }

    static String text(
            JsonNode connection, String name, String variable, String otherwise, Map<String, String> environment) {
        var value = connection.path(name).asString("");
        if (!value.isEmpty()) {
            return value;
        }
        var variableValue = environment.getOrDefault(variable, "");
        return variableValue.isEmpty() ? otherwise : variableValue;
    }
}
