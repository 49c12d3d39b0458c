// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One file per plugin, one connection that writes and several that read beside it.
 *
 * <p>A call into SQLite holds on to the thread that carries it, so threads must wait for each other in the pool and never
 * in SQLite: hence a single writer, and write-ahead logging, with which readers need not wait.
 */
final class SqliteConnector implements DatabaseConnector {
    private static final String IN_MEMORY = ":memory:";
    private static final int BUSY_MILLISECONDS = 5_000;
    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private final DatabaseConfig config;
    private final TemporaryDatabases temporary = new TemporaryDatabases();

    SqliteConnector(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public DatabaseDialect dialect() {
        return DatabaseDialect.SQLITE;
    }

    @Override
    public List<String> unheededKeys(String pluginId) {
        return UnheededKeys.SQLITE.of(config.section(), pluginId);
    }

    @Override
    public ConnectionPools connect(String pluginId) {
        var filename = filename(pluginId);
        var inMemory = filename.equals(IN_MEMORY);
        var file = inMemory ? temporary.file(pluginId) : existing(Path.of(filename));
        var writing = new HikariDataSource(pool(pluginId, file, inMemory, false));
        // the writer has made the file and switched to write-ahead logging before a reader comes
        return new ConnectionPools(
                writing, new HikariDataSource(pool(pluginId, file, inMemory, true)), Optional.empty());
    }

    void close() {
        temporary.delete();
    }

    /** Where the reference keeps the plugin's data. */
    String filename(String pluginId) {
        var settings = SqliteSettings.of(config, pluginId);
        if (settings.filename().filter(IN_MEMORY::equals).isPresent()) {
            return IN_MEMORY;
        }
        return Path.of(settings.directory().orElse("."), settings.filename().orElse(pluginId + ".sqlite"))
                .normalize()
                .toString();
    }

    private static Path existing(Path file) {
        var absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return absolute;
    }

    private HikariConfig pool(String pluginId, Path file, boolean volatileData, boolean reading) {
        var pool = new HikariConfig();
        config.pool(pluginId).applyTo(pool);
        pool.setPoolName(pluginId + (reading ? "-readers" : "-writer"));
        pool.setDataSource(dataSource(file, volatileData, reading));
        pool.setMinimumIdle(reading ? 0 : 1);
        pool.setMaximumPoolSize(reading ? READERS : 1);
        pool.setIdleTimeout(reading ? 60_000 : 0);
        pool.setMaxLifetime(0);
        pool.setKeepaliveTime(0);
        if (reading) {
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionInitSql("PRAGMA query_only = ON");
        }
        return pool;
    }

    private static SQLiteDataSource dataSource(Path file, boolean volatileData, boolean reading) {
        var settings = new SQLiteConfig();
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(BUSY_MILLISECONDS);
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(volatileData ? SQLiteConfig.SynchronousMode.OFF : SQLiteConfig.SynchronousMode.NORMAL);
        settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
        settings.setCacheSize(-16_384);
        // a transaction that begins by reading could not become a writing one later
        settings.setTransactionMode(
                reading ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        var dataSource = new SQLiteDataSource(settings);
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource;
    }
}
