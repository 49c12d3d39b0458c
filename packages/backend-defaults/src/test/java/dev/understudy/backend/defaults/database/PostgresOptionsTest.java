// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestPostgres;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.node.ObjectNode;

/** What can be set for knex and for node-postgres, asked of a server. */
final class PostgresOptionsTest {
    private static final String PREFIX =
            "options" + UUID.randomUUID().toString().substring(0, 8) + "_";

    private final RecordingLogger logger = RecordingLogger.create();
    private final List<DatabaseManager> managers = new ArrayList<>();

    @AfterEach
    void close() {
        managers.forEach(manager -> manager.close(logger));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"statement_timeout\": 5000                      | statement_timeout                   | 5s",
                "\"statement_timeout\": \"5000\"                  | statement_timeout                   | 5s",
                "\"statement_timeout\": false                     | statement_timeout                   | 0",
                "\"lock_timeout\": 1500                           | lock_timeout                        | 1500ms",
                "\"idle_in_transaction_session_timeout\": 60000   | idle_in_transaction_session_timeout | 1min",
                "\"options\": \"-c work_mem=5MB\"                 | work_mem                            | 5MB",
                "\"options\": \"-c work_mem=5MB\", \"lock_timeout\": 9 | work_mem                       | 5MB",
                "\"application_name\": \"mine\"                   | application_name                    | mine",
                "\"application_name\": \"\"                       | application_name                    | backstage_plugin_catalog",
                "\"keepAlive\": false                             | application_name                    | backstage_plugin_catalog",
                "\"scramMaxIterations\": 4096                     | application_name                    | backstage_plugin_catalog",
            })
    void sendsOptionsOfTheSession(String option, String name, String expected) {
        assertThat(setting(connect(option, ""), name)).isEqualTo(expected);
        assertThat(logger.lines()).isEmpty();
    }

    @Test
    void givesUpAQueryThatTakesTooLong() {
        var database = connect("\"query_timeout\": 1000", "");

        assertThatThrownBy(() -> Sql.reading(database).query("select pg_sleep(60)", _ -> 1))
                .hasMessageContaining("An I/O error occurred");
    }

    @Test
    void looksNamesUpInTheConfiguredSchemas() {
        assertThat(setting(connect("\"binary\": false", "\"searchPath\": [\"a\", \"B c\"]"), "search_path"))
                .isEqualTo("a, \"B c\"");
        assertThat(setting(connect("\"binary\": false", "\"searchPath\": \"a\""), "search_path"))
                .isEqualTo("a");
    }

    @Test
    void putsThePluginsSchemaFirst() {
        var path = new KnexConfig((ObjectNode) Json.mapper().readTree("{\"searchPath\": [\"a\", \"b\"]}"));

        assertThat(path.searchPath(Optional.of("catalog"))).containsExactly("catalog", "b");
    }

    @Test
    void saysWhichKeysHaveNoEffect() {
        connect(
                "\"pipeline\": true, \"ssl\": false",
                "\"debug\": true, \"asyncStackTraces\": true, \"version\": \"16\", \"migrations\": {\"tableName\": \"x\"},"
                        + " \"pool\": {\"min\": 0, \"reapIntervalMillis\": 5}",
                "\"knexConfig\": {\"pool\": {\"destroyTimeoutMillis\": 1}}");

        assertThat(logger.lines())
                .singleElement()
                .asString()
                .isEqualTo("warn Configuration without effect on the database of plugin 'catalog':"
                        + " backend.database.knexConfig.debug, backend.database.knexConfig.migrations,"
                        + " backend.database.knexConfig.pool.reapIntervalMillis, backend.database.connection.pipeline,"
                        + " backend.database.plugin.catalog.knexConfig.pool.destroyTimeoutMillis");
    }

    @Test
    void asksForASignOfLifeWhenNothingComes() throws Exception {
        try (var socket = new PatientSocketFactory("7").createSocket()) {
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(7);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(10);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(3);
        }
        var source = PostgresDataSource.configure(
                new PGSimpleDataSource(),
                Json.mapper().readTree("{\"keepAliveInitialDelayMillis\": 7000}"),
                30_000,
                "catalog");
        assertThat(source.getTcpKeepAlive()).isTrue();
        assertThat(source.getSocketFactoryArg()).isEqualTo("7");
    }

    @Test
    void takesTheShorterOfTwoPatiences() {
        var settings = PoolSettings.fromKnexConfig(Json.mapper().readTree("""
                {"acquireConnectionTimeout": 400, "pool": {"acquireTimeoutMillis": 700, "createTimeoutMillis": 900,
                 "maxConnectionLifetimeMillis": 60000, "min": 0}}
                """));

        assertThat(settings).isEqualTo(new PoolSettings(0, 10, 400, 900, 30_000, 60_000));
    }

    private PluginDatabase connect(String connection, String knexConfig) {
        return connect(connection, knexConfig, "");
    }

    private PluginDatabase connect(String connection, String knexConfig, String plugin) {
        var database = manager("""
                        {"client": "pg", "prefix": "%s", "knexConfig": {%s}, "plugin": {"catalog": {%s}},
                         "connection": {%s, "host": "localhost", "user": "postgres", "port": %d}}
                        """.formatted(PREFIX, knexConfig, plugin, connection, TestPostgres.port()))
                .forPlugin("catalog", logger);
        assertThat(database.dataSource()).isNotNull();
        return database;
    }

    private static String setting(PluginDatabase database, String name) {
        return Sql.reading(database)
                .one("select current_setting('" + name + "')", row -> row.getString(1))
                .orElseThrow();
    }

    private DatabaseManager manager(String database) {
        var manager = DatabaseManager.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree("{\"backend\": {\"database\": " + database + "}}")));
        managers.add(manager);
        return manager;
    }
}
