// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

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
public record TestDatabase(DataSource dataSource, DatabaseDialect dialect) implements DatabaseService {
    /** A file in a directory, or a database of the one PostgreSQL server of all tests. */
    public static TestDatabase create(DatabaseDialect dialect, Path directory) {
        return switch (dialect) {
            case SQLITE -> sqlite(directory);
            case POSTGRESQL -> postgresql();
        };
    }

    private static TestDatabase sqlite(Path directory) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".sqlite"));
        source.getConfig().setBusyTimeout(10_000);
        source.getConfig().setTransactionMode("IMMEDIATE");
        return new TestDatabase(source, DatabaseDialect.SQLITE);
    }

    private static TestDatabase postgresql() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestDatabase(Server.POSTGRES.getDatabase("postgres", name), DatabaseDialect.POSTGRESQL);
    }

    @Override
    public DataSource readDataSource() {
        return dataSource;
    }

    @Override
    public boolean skipMigrations() {
        return false;
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
