// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A new, empty database. */
record TestDatabase(DataSource dataSource, DatabaseDialect dialect, boolean skipMigrations) implements DatabaseService {
    static TestDatabase sqlite(Path directory) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".sqlite"));
        source.getConfig().setBusyTimeout(10_000);
        source.getConfig().setTransactionMode("IMMEDIATE");
        return new TestDatabase(source, DatabaseDialect.SQLITE, false);
    }

    static TestDatabase postgresql() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
        return new TestDatabase(Server.POSTGRES.getDatabase("postgres", name), DatabaseDialect.POSTGRESQL, false);
    }

    static TestDatabase create(DatabaseDialect dialect, Path directory) {
        return switch (dialect) {
            case SQLITE -> sqlite(directory);
            case POSTGRESQL -> postgresql();
        };
    }

    @Override
    public DataSource readDataSource() {
        return dataSource;
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
