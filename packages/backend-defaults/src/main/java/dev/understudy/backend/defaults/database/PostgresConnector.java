// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.errors.ErrorNames;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A database, or a schema, per plugin on a PostgreSQL server. */
final class PostgresConnector implements DatabaseConnector {
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final long KEEPALIVE_MILLISECONDS = 60_000;
    private static final String NO_SUCH_DATABASE_PERMISSION = "42501";

    private final DatabaseConfig config;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /**
     * @param environment variables with which a cloud says who this process is
     */
    PostgresConnector(DatabaseConfig config, Map<String, String> environment, InstantSource clock) {
        this.config = config;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public DatabaseDialect dialect() {
        return DatabaseDialect.POSTGRESQL;
    }

    @Override
    public List<String> unheededKeys(String pluginId) {
        return UnheededKeys.POSTGRES.of(config.section(), pluginId);
    }

    @Override
    public ConnectionPools connect(String pluginId) {
        var settings = PostgresSettings.of(config, pluginId);
        var patience = config.pool(pluginId).createTimeout();
        var sources = PostgresSources.of(settings.connection(), patience, environment, clock);
        var database = settings.database().orElse("");
        var source = sources.to(database);
        ensureDatabase(pluginId, settings, source, sources);
        ensureSchema(pluginId, settings, source);
        var connections = new OpenConnections(source, sources.to(database));
        var pool = new HikariDataSource(pool(pluginId, settings, connections));
        return new ConnectionPools(pool, pool, Optional.of(connections));
    }

    private void ensureDatabase(
            String pluginId, PostgresSettings settings, DataSource source, PostgresSources sources) {
        try (var connection = source.getConnection()) {
            connection.isValid(1);
        } catch (SQLException failure) {
            var missing = NO_SUCH_DATABASE.equals(failure.getSQLState());
            if (missing && settings.database().isPresent() && config.ensureExists(pluginId)) {
                createDatabase(pluginId, settings, sources.to("postgres"));
            } else {
                throw unreachable(pluginId, settings, failure);
            }
        }
    }

    private void createDatabase(String pluginId, PostgresSettings settings, DataSource admin) {
        try {
            PostgresAdmin.createDatabase(admin, settings.database().orElseThrow());
        } catch (SQLException failure) {
            throw unreachable(pluginId, settings, failure);
        }
    }

    private void ensureSchema(String pluginId, PostgresSettings settings, DataSource source) {
        if (settings.schema().isEmpty() || !config.ensureSchemaExists(pluginId)) {
            return;
        }
        try {
            PostgresAdmin.createSchema(source, settings.schema().get(), settings.role());
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "Failed to connect to the database to make sure that schema for plugin '" + pluginId + "' exists, "
                            + ErrorNames.describe(failure),
                    failure);
        }
    }

    private HikariConfig pool(String pluginId, PostgresSettings settings, DataSource source) {
        var pool = new HikariConfig();
        config.pool(pluginId).applyTo(pool);
        pool.setPoolName(pluginId);
        pool.setDataSource(source);
        pool.setKeepaliveTime(KEEPALIVE_MILLISECONDS);
        var statements = new StringBuilder();
        var searchPath = config.knexConfig(pluginId).searchPath(settings.schema());
        if (!searchPath.isEmpty()) {
            statements
                    .append("set search_path to ")
                    .append(searchPath.stream().map(PostgresAdmin::quote).collect(Collectors.joining(",")))
                    .append(';');
        }
        settings.role().ifPresent(name -> statements.append("set role " + PostgresAdmin.quote(name) + ";"));
        if (!statements.isEmpty()) {
            pool.setConnectionInitSql(statements.toString());
        }
        return pool;
    }

    private IllegalStateException unreachable(String pluginId, PostgresSettings settings, SQLException failure) {
        var database = settings.database().orElse("");
        var place = "PostgreSQL at " + PostgresAddress.of(settings.connection()) + ", database '" + database
                + "', user '" + PostgresDataSource.user(settings.connection()) + "', for plugin '" + pluginId + "'";
        var advice = NO_SUCH_DATABASE_PERMISSION.equals(failure.getSQLState())
                ? "Let the user create databases, or create it and set backend.database.ensureExists to false"
                : "Check backend.database.connection, and that the server runs and lets this user in";
        var reason = ErrorNames.describe(failure) + " (" + place + "). " + advice;
        return new IllegalStateException(
                settings.database().isPresent() && config.ensureExists(pluginId)
                        ? "Failed to connect to the database to make sure that '" + database + "' exists, " + reason
                        : "Failed to connect to the database, " + reason,
                failure);
    }
}
