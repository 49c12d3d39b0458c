// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A new, empty database, with one connection on SQLite as the default service has it. */
public record TestDatabase(DataSource dataSource, DataSource readDataSource, DatabaseDialect dialect)
        implements DatabaseService, AutoCloseable {
    public static TestDatabase create(DatabaseDialect dialect, Path directory) {
        return switch (dialect) {
            case SQLITE -> sqlite(directory.resolve(UUID.randomUUID() + ".sqlite"));
            case POSTGRESQL -> postgresql();
        };
    }

    /** Opens a file that may hold a database already. */
    public static TestDatabase sqlite(Path file) {
        return new TestDatabase(pool(sqliteSource(file), 1), pool(sqliteSource(file), 4), DatabaseDialect.SQLITE);
    }

    private static SQLiteDataSource sqliteSource(Path file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        source.setEnforceForeignKeys(true);
        source.setJournalMode("WAL");
        source.setSynchronous("NORMAL");
        source.getConfig().setBusyTimeout(10_000);
        source.getConfig().setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-16384");
        source.getConfig().setPragma(SQLiteConfig.Pragma.MMAP_SIZE, String.valueOf(256L << 20));
        return source;
    }

    private static TestDatabase postgresql() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var pool = pool(Server.POSTGRES.getDatabase("postgres", name), 8);
        return new TestDatabase(pool, pool, DatabaseDialect.POSTGRESQL);
    }

    private static HikariDataSource pool(DataSource source, int size) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public boolean skipMigrations() {
        return false;
    }

    @Override
    public void close() {
        ((HikariDataSource) dataSource).close();
        ((HikariDataSource) readDataSource).close();
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
