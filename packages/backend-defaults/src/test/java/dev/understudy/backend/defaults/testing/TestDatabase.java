// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A new, empty database. */
public record TestDatabase(DataSource dataSource, DatabaseDialect dialect) implements DatabaseService {
    /** A file among the build's, so that nobody minds when work goes on after a test, or one of a PostgreSQL server. */
    public static TestDatabase create(DatabaseDialect dialect) {
        return switch (dialect) {
            case SQLITE -> sqlite();
            case POSTGRESQL -> postgresql();
        };
    }

    private static TestDatabase sqlite() {
        var directory = Path.of("target", "test-databases");
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".sqlite"));
        source.getConfig().setBusyTimeout(10_000);
        source.getConfig().setTransactionMode("IMMEDIATE");
        return new TestDatabase(source, DatabaseDialect.SQLITE);
    }

    private static TestDatabase postgresql() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = TestPostgres.server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestDatabase(TestPostgres.server().getDatabase("postgres", name), DatabaseDialect.POSTGRESQL);
    }

    @Override
    public DataSource readDataSource() {
        return dataSource;
    }

    @Override
    public boolean skipMigrations() {
        return false;
    }
}
