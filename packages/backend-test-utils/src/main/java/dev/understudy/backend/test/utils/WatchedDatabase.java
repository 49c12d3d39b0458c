// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** A database that knows whether all its connections have been given back. */
final class WatchedDatabase implements DatabaseService {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String pluginId;
    private final DatabaseService original;
    private final Set<DataSource> used = ConcurrentHashMap.newKeySet();

    WatchedDatabase(String pluginId, DatabaseService original) {
        this.pluginId = pluginId;
        this.original = original;
    }

    @Override
    public DataSource dataSource() {
        return watched(original.dataSource());
    }

    @Override
    public DataSource readDataSource() {
        return watched(original.readDataSource());
    }

    private DataSource watched(DataSource source) {
        used.add(source);
        return source;
    }

    @Override
    public DatabaseDialect dialect() {
        return original.dialect();
    }

    @Override
    public boolean skipMigrations() {
        return original.skipMigrations();
    }

    /** What to complain of, after some time for work that is just ending. */
    Optional<String> leaks() {
        return Patience.await(PATIENCE, () -> borrowed() == 0)
                ? Optional.empty()
                : Optional.of("Plugin '" + pluginId + "' has not given back " + borrowed() + " database connection(s)");
    }

    private int borrowed() {
        return used.stream().mapToInt(WatchedDatabase::borrowed).sum();
    }

    private static int borrowed(DataSource source) {
        try {
            return source.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
        } catch (SQLException otherPool) {
            throw new IllegalStateException(otherPool);
        }
    }
}
