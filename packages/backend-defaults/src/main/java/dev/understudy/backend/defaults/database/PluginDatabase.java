// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of one plugin, connected when it is first used. */
final class PluginDatabase implements DatabaseService {
    private final DatabaseConnector connector;
    private final String pluginId;
    private final boolean skipMigrations;
    private final LoggerService logger;
    private volatile @Nullable ConnectionPools pools;
    private @Nullable Keepalive keepalive;
    private boolean closed;

    PluginDatabase(DatabaseConnector connector, String pluginId, boolean skipMigrations, LoggerService logger) {
        this.connector = connector;
        this.pluginId = pluginId;
        this.skipMigrations = skipMigrations;
        this.logger = logger;
    }

    String pluginId() {
        return pluginId;
    }

    @Override
    public DataSource dataSource() {
        return connected().writing();
    }

    @Override
    public DataSource readDataSource() {
        return connected().reading();
    }

    @Override
    public DatabaseDialect dialect() {
        return connector.dialect();
    }

    @Override
    public boolean skipMigrations() {
        return skipMigrations;
    }

    Optional<ConnectionPools> openPools() {
        return Optional.ofNullable(pools);
    }

    private ConnectionPools connected() {
        var open = pools;
        return open == null ? connect() : open;
    }

    private synchronized ConnectionPools connect() {
        var open = pools;
        if (open != null) {
            return open;
        }
        if (closed) {
            throw new IllegalStateException("The database of plugin '" + pluginId + "' is closed");
        }
        warnOfKeysWithoutEffect();
        var made = connector.connect(pluginId);
        pools = made;
        if (dialect() == DatabaseDialect.POSTGRESQL) {
            keepalive = Keepalive.start(pluginId, made, logger);
        }
        return made;
    }

    private void warnOfKeysWithoutEffect() {
        var keys = connector.unheededKeys(pluginId);
        if (!keys.isEmpty()) {
            logger.warn("Configuration without effect on the database of plugin '" + pluginId + "': "
                    + String.join(", ", keys));
        }
    }

    synchronized void close() {
        closed = true;
        if (keepalive != null) {
            keepalive.close();
        }
        var open = pools;
        if (open != null) {
            open.close();
        }
    }
}
