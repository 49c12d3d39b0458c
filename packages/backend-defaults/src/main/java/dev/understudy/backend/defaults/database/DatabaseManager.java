// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.errors.ErrorNames;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the databases of all plugins and closes them. */
final class DatabaseManager {
    private final DatabaseConfig config;
    private final SqliteConnector sqlite;
    private final PostgresConnector postgres;
    private final List<PluginDatabase> databases = new CopyOnWriteArrayList<>();

    private DatabaseManager(DatabaseConfig config, Map<String, String> environment, InstantSource clock) {
        this.config = config;
        this.sqlite = new SqliteConnector(config);
        this.postgres = new PostgresConnector(config, environment, clock);
    }

    static DatabaseManager fromConfig(Config config) {
        return fromConfig(config, System.getenv(), InstantSource.system());
    }

    static DatabaseManager fromConfig(Config config, Map<String, String> environment, InstantSource clock) {
        return new DatabaseManager(DatabaseConfig.fromConfig(config), environment, clock);
    }

    PluginDatabase forPlugin(String pluginId, LoggerService logger) {
        var database = new PluginDatabase(connector(pluginId), pluginId, config.skipMigrations(pluginId), logger);
        databases.add(database);
        return database;
    }

    private DatabaseConnector connector(String pluginId) {
        var client = config.client(pluginId);
        return switch (client) {
            case "better-sqlite3", "sqlite3" -> sqlite;
            case "pg" -> postgres;
            case "mysql", "mysql2" ->
                throw new IllegalArgumentException("Unsupported database client type '" + client
                        + "' specified for plugin '" + pluginId + "'; this backend has 'pg' and 'better-sqlite3'");
            default ->
                throw new IllegalArgumentException(
                        "Unsupported database client type '" + client + "' specified for plugin '" + pluginId + "'");
        };
    }

    void close(LoggerService logger) {
        for (var database : databases) {
            try {
                database.close();
            } catch (RuntimeException failure) {
                logger.error("Problem closing database connection for " + database.pluginId() + ": "
                        + ErrorNames.describe(failure));
            }
        }
        sqlite.close();
    }
}
