// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/** Translates node-postgres's options into the driver's. */
final class PostgresDataSource {
    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 5432;

    private PostgresDataSource() {}

    static PGSimpleDataSource configure(PGSimpleDataSource source, JsonNode connection, String database) {
        source.setServerNames(new String[] {host(connection)});
        source.setPortNumbers(new int[] {port(connection)});
        source.setDatabaseName(database);
        source.setUser(user(connection));
        source.setPassword(text(connection, "password", "PGPASSWORD", ""));
        source.setApplicationName(text(connection, "application_name", "PGAPPNAME", ""));
        source.setConnectTimeout(
                (int) Math.ceilDiv(connection.path("connectionTimeoutMillis").asLong(10_000), 1000L));
        source.setTcpKeepAlive(true);
        // a prepared statement gets one plan for all values, which can be very bad for some of them; to tell the server
        // to
        // plan each time would have it plan the checks of foreign keys too, for each row
        source.setPrepareThreshold(0);
        var options = options(connection);
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        if (connection.has("query_timeout")) {
            source.setSocketTimeout(
                    (int) Math.ceilDiv(connection.path("query_timeout").asLong(), 1000L));
        }
        applyTls(source, connection.path("ssl"));
        return source;
    }

    static String host(JsonNode connection) {
        return text(connection, "host", "PGHOST", DEFAULT_HOST);
    }

    static int port(JsonNode connection) {
        var port = text(connection, "port", "PGPORT", String.valueOf(DEFAULT_PORT));
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("The port of the database is not a number: '" + port + "'");
        }
    }

    static String user(JsonNode connection) {
        return text(connection, "user", "PGUSER", System.getProperty("user.name", ""));
    }

    private static String options(JsonNode connection) {
        var options = new StringBuilder(connection.path("options").asString(""));
        for (var name : new String[] {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"}) {
            if (connection.has(name)) {
                options.append(" -c ")
                        .append(name)
                        .append('=')
                        .append(connection.path(name).asLong());
            }
        }
        return options.toString().strip();
    }

    private static void applyTls(PGSimpleDataSource source, JsonNode tls) {
        if (tls.isMissingNode() || tls.isNull() || (tls.isBoolean() && !tls.booleanValue())) {
            source.setSslMode("disable");
            return;
        }
        var verify = tls.path("rejectUnauthorized").asBoolean(true);
        source.setSslMode(verify ? "verify-full" : "require");
        source.setSslfactory(PostgresTlsFactory.class.getName());
        try {
            source.setProperty("sslfactoryarg", tls.isObject() ? tls.toString() : "{}");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(JsonNode connection, String name, String variable, String otherwise) {
        var value = connection.path(name).asString("");
        return value.isEmpty() ? System.getenv().getOrDefault(variable, otherwise) : value;
    }
}
