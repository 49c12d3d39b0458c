// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Makes databases and schemas. */
final class PostgresAdmin {
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLISECONDS = 100;
    private static final Set<String> EXISTS_ALREADY = Set.of("42P04", "42P06", "23505");

    private PostgresAdmin() {}

    static void createDatabase(DataSource server, String name) throws SQLException {
        retry(server, "create database " + quote(name));
    }

    static void createSchema(DataSource database, String name, Optional<String> owner) throws SQLException {
        retry(
                database,
                "create schema if not exists " + quote(name)
                        + owner.map(role -> " authorization " + quote(role)).orElse(""));
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    // several plugins or processes that copy the template database at one time disturb each other
    private static synchronized void retry(DataSource source, String statement) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try (var connection = source.getConnection();
                    var open = connection.createStatement()) {
                open.execute(statement);
                return;
            } catch (SQLException failure) {
                if (EXISTS_ALREADY.contains(failure.getSQLState())) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
                pause(failure);
            }
        }
    }

    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
