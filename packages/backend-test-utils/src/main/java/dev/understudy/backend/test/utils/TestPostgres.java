// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server of this process; it stops when the process ends. */
final class TestPostgres {
    private static final String USER = "postgres";

    private TestPostgres() {}

    /** A class of its own, so that the server starts when it is first needed. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final AtomicInteger PREFIXES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** What the names of one test's databases begin with. */
    static String newPrefix() {
        return "test" + Server.PREFIXES.incrementAndGet() + "_";
    }

    /** The section {@code backend.database} for databases of this prefix. */
    static Map<String, Object> config(String prefix) {
        var connection = Map.of("host", "localhost", "port", Server.RUNNING.getPort(), "user", USER, "password", USER);
        return Map.of("client", "pg", "connection", connection, "prefix", prefix);
    }

    static void dropAll(String prefix) {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
            for (var name : names(connection, prefix)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("drop database \"" + name.replace("\"", "\"\"") + "\" with (force)");
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Test databases could not be dropped", failure);
        }
    }

    private static List<String> names(Connection connection, String prefix) throws SQLException {
        try (var statement =
                connection.prepareStatement("select datname from pg_database where starts_with(datname, ?)")) {
            statement.setString(1, prefix);
            try (var rows = statement.executeQuery()) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }
}
