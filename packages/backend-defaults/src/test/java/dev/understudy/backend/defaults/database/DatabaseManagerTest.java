// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.telemetry.TestTelemetry;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestPostgres;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseManagerTest {
    @TempDir
    Path directory;

    private final RecordingLogger logger = RecordingLogger.create();
    private final List<DatabaseManager> managers = new ArrayList<>();
    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "_";

    @AfterEach
    void close() {
        managers.forEach(manager -> manager.close(logger));
    }

    @Test
    void keepsDataInMemoryUnlessToldOtherwise() throws SQLException {
        var manager = manager("{}");
        var catalog = manager.forPlugin("catalog", logger);
        assertThat(catalog.dialect()).isEqualTo(DatabaseDialect.SQLITE);
        assertThat(catalog.skipMigrations()).isFalse();
        Sql.writing(catalog).script("create table t (id integer); insert into t values (1)");
        assertThat(Sql.reading(catalog).query("select id from t", row -> row.getInt(1)))
                .containsExactly(1);
        assertThat(Sql.writing(manager.forPlugin("search", logger)).query("select name from sqlite_master", row -> 1))
                .isEmpty();
    }

    @Test
    void tellsHowItsConnectionsAreUsed() throws SQLException {
        try (var telemetry = TestTelemetry.create()) {
            var catalog = manager("{}").forPlugin("catalog", logger);
            PoolMetrics.register(telemetry.metrics("catalog"), catalog);
            assertThat(telemetry.descriptions()).isEmpty();
            try (var _ = catalog.dataSource().getConnection()) {
                assertThat(telemetry.values("db.client.connection.count"))
                        .contains(
                                "{db.client.connection.pool.name=catalog-writer, db.client.connection.state=used} 1.0",
                                "{db.client.connection.pool.name=catalog-writer, db.client.connection.state=idle} 0.0",
                                "{db.client.connection.pool.name=catalog-readers, db.client.connection.state=used} 0.0");
                assertThat(telemetry.values("db.client.connection.max"))
                        .contains("{db.client.connection.pool.name=catalog-writer} 1.0");
                assertThat(telemetry.values("db.client.connection.pending_requests"))
                        .contains("{db.client.connection.pool.name=catalog-writer} 0.0");
            }
        }
    }

    @Test
    void removesDataInMemoryInTheEnd() {
        var manager = manager("{}");
        var file = Path.of(Sql.writing(manager.forPlugin("catalog", logger))
                .one("select file from pragma_database_list", row -> row.getString(1))
                .orElseThrow());
        assertThat(file).exists();
        manager.close(logger);
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void readsWhileSomebodyWrites() throws SQLException {
        var database = manager("{}").forPlugin("catalog", logger);
        Sql.writing(database).script("create table t (id integer primary key); insert into t values (1)");
        try (var writing = database.dataSource().getConnection()) {
            writing.setAutoCommit(false);
            try (var statement = writing.createStatement()) {
                statement.executeUpdate("insert into t values (2)");
            }
            assertThat(Sql.reading(database).query("select id from t", row -> row.getInt(1)))
                    .containsExactly(1);
            writing.commit();
        }
        assertThat(Sql.reading(database).query("select id from t", row -> row.getInt(1)))
                .containsExactly(1, 2);
    }

    @Test
    void refusesToWriteThroughConnectionsForReading() {
        var database = manager("{}").forPlugin("catalog", logger);
        Sql.writing(database).script("create table t (id integer)");
        assertThatThrownBy(() -> Sql.reading(database).update("insert into t values (1)"))
                .hasMessageContaining("attempt to write a readonly database");
    }

    @Test
    void enforcesForeignKeysOnSqlite() {
        var sql = Sql.writing(manager("{}").forPlugin("catalog", logger));
        sql.script("create table a (id integer primary key); create table b (a integer references a (id))");
        assertThatThrownBy(() -> sql.update("insert into b values (1)"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
    }

    @Test
    void keepsOneFilePerPlugin() {
        var manager = sqlite(
                "{\"directory\": \"DIR/a/b\"}",
                "\"plugin\": {\"search\": {\"connection\": {\"filename\":"
                        + " \"other.db\"}}, \"auth\": {\"connection\": \":memory:\"}}");
        for (var plugin : List.of("catalog", "search", "auth")) {
            Sql.writing(manager.forPlugin(plugin, logger)).script("create table t (id integer)");
        }
        assertThat(directory.resolve("a/b")).isDirectoryContaining("glob:**/catalog.sqlite");
        assertThat(directory.resolve("a/b")).isDirectoryContaining("glob:**/other.db");
        assertThat(directory.resolve("a/b")).isDirectoryNotContaining("glob:**/auth*");
    }

    @Test
    void refusesOneFileForAllPlugins() {
        var manager = sqlite("{\"filename\": \"DIR/all.sqlite\"}", "\"prefix\": \"x\"");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessage("`connection.filename` is not supported for the base sqlite connection. Prefer"
                        + " `connection.directory` or provide a filename for the plugin connection instead.");
    }

    @Test
    void refusesSchemasOnSqlite() {
        var manager = sqlite("\":memory:\"", "\"pluginDivisionMode\": \"schema\"");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessage("The SQLite driver does not support plugin division mode 'schema'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql2", "oracle"})
    void refusesOtherClients(String client) {
        var manager = manager("{\"database\": {\"client\": \"" + client + "\", \"connection\": {}}}");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger))
                .hasMessageStartingWith(
                        "Unsupported database client type '" + client + "' specified for plugin 'catalog'");
    }

    @Test
    void makesADatabasePerPluginOnPostgresql() {
        var manager = postgres("\"prefix\": \"" + prefix + "\"");
        for (var plugin : List.of("catalog", "search", "catalog")) {
            var sql = Sql.writing(manager.forPlugin(plugin, logger));
            assertThat(sql.one("select current_database()", row -> row.getString(1)))
                    .contains(prefix + plugin);
            assertThat(sql.one("select current_setting('application_name')", row -> row.getString(1)))
                    .contains("backstage_plugin_" + plugin);
        }
    }

    @Test
    void takesAConnectionStringAndOverridesForOnePlugin() {
        var manager = manager("""
                {"database": {"client": "pg", "prefix": "%s", "skipMigrations": true,
                 "connection": "postgres://postgres:any@localhost:%d/ignored?application_name=me",
                 "plugin": {"search": {"skipMigrations": false, "connection": {"database": "%sown"}}}}}
                """.formatted(prefix, TestPostgres.port(), prefix));
        var catalog = manager.forPlugin("catalog", logger);
        var search = manager.forPlugin("search", logger);
        assertThat(text(catalog, "select current_database()")).isEqualTo(prefix + "catalog");
        assertThat(text(catalog, "select current_setting('application_name')")).isEqualTo("me");
        assertThat(text(search, "select current_database()")).isEqualTo(prefix + "own");
        assertThat(catalog.skipMigrations()).isTrue();
        assertThat(search.skipMigrations()).isFalse();
    }

    @Test
    void makesASchemaPerPluginOnPostgresql() {
        Sql.writing(postgres("\"prefix\": \"" + prefix + "\"").forPlugin("base", logger))
                .script("select 1");
        var manager = manager("""
                {"database": {"client": "pg", "pluginDivisionMode": "schema", "schemaPrefix": "S_",
                 "connection": {"host": "localhost", "port": %d, "user": "postgres", "database": "%sbase"}}}
                """.formatted(TestPostgres.port(), prefix));
        var catalog = manager.forPlugin("catalog", logger);
        assertThat(text(catalog, "select current_database()")).isEqualTo(prefix + "base");
        assertThat(text(catalog, "select current_schema()")).isEqualTo("S_catalog");
        assertThatThrownBy(() -> manager.forPlugin("x".repeat(62), logger).dataSource())
                .hasMessage("PostgreSQL schema name \"S_" + "x".repeat(62) + "\" exceeds the 63-byte limit. Consider"
                        + " using a shorter schemaPrefix (current: \"S_\") or plugin ID (current: \"" + "x".repeat(62)
                        + "\").");
    }

    @Test
    void actsInTheConfiguredRole() {
        var role = prefix + "Role";
        var admin = Sql.writing(postgres("\"prefix\": \"" + prefix + "\"").forPlugin("catalog", logger));
        admin.script("create role \"" + role + "\"");
        var manager = postgres("\"prefix\": \"" + prefix + "\", \"role\": \"" + role + "\"");
        assertThat(text(manager.forPlugin("catalog", logger), "select current_user"))
                .isEqualTo(role);
    }

    @Test
    void saysWhereADatabaseWasNotFound() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var manager = manager("""
                {"database": {"client": "pg", "connection":
                 {"host": "localhost", "port": %d, "user": "me", "password": "hunter2"}}}
                """.formatted(port));
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessageStartingWith("Failed to connect to the database to make sure that 'backstage_plugin_catalog'"
                        + " exists, Error: Connection to localhost:" + port + " refused.")
                .hasMessageEndingWith("(PostgreSQL at localhost:" + port + ", database 'backstage_plugin_catalog', user"
                        + " 'me', for plugin 'catalog'). Check backend.database.connection, and that the server runs"
                        + " and lets this user in")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void doesNotMakeADatabaseThatMustExist() {
        var manager = postgres("\"prefix\": \"" + prefix + "\", \"ensureExists\": false");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessageStartingWith("Failed to connect to the database, Error: FATAL: database \"" + prefix
                        + "catalog\" does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "a-b", "é"})
    void refusesSchemaPrefixesThatNeedQuotes(String schemaPrefix) {
        assertThatThrownBy(() -> postgres("\"schemaPrefix\": \"" + schemaPrefix + "\""))
                .hasMessage("Invalid schemaPrefix \"" + schemaPrefix
                        + "\". Schema prefix must start with a letter or underscore and contain only letters, numbers,"
                        + " and underscores.");
    }

    @Test
    void refusesUnknownKindsOfConnection() {
        var manager = manager("{\"database\": {\"client\": \"pg\", \"connection\": {\"type\": \"magic\"}}}");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessage("Unknown connection type: magic");
    }

    @Test
    void repeatsNoPasswordOfABrokenConnectionString() {
        var manager =
                manager("{\"database\": {\"client\": \"pg\", \"connection\": \"postgres://me:hunter2@[broken/x\"}}");
        assertThatThrownBy(() -> manager.forPlugin("catalog", logger).dataSource())
                .hasMessageStartingWith("The connection string of the database is not a valid URL: ")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void takesTheSizeOfThePoolFromKnexConfig() {
        var settings = config("""
                {"database": {"client": "pg", "connection": {}, "knexConfig": {"pool": {"min": 3, "max": 12}},
                 "plugin": {"search": {"knexConfig": {"pool": {"max": 2, "acquireTimeoutMillis": 5}}}}}}
                """);
        assertThat(settings.pool("catalog")).isEqualTo(new PoolSettings(3, 12, 60_000, 30_000, 30_000, 0));
        assertThat(settings.pool("search")).isEqualTo(new PoolSettings(2, 2, 5, 30_000, 30_000, 0));
        assertThat(config("{}").pool("catalog")).isEqualTo(new PoolSettings(2, 10, 60_000, 30_000, 30_000, 0));
    }

    @Test
    void saysHowMuchOfItsPoolsIsInUse() throws SQLException {
        var plugin = prefix.replace("_", "");
        var database = postgres("\"prefix\": \"" + prefix + "\"").forPlugin(plugin, logger);
        try (var connection = database.dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(DatabasePools.usage())
                    .filteredOn(usage -> usage.name().equals(plugin))
                    .singleElement()
                    .satisfies(usage -> {
                        assertThat(usage.used()).isEqualTo(1);
                        assertThat(usage.pending()).isZero();
                        assertThat(usage.maximum()).isEqualTo(10);
                    });
        }
        close();
        assertThat(DatabasePools.usage()).noneMatch(usage -> usage.name().equals(plugin));
    }

    private static String text(DatabaseService database, String question) {
        return Sql.reading(database).one(question, row -> row.getString(1)).orElseThrow();
    }

    private DatabaseManager postgres(String more) {
        return manager("""
                {"database": {"client": "pg", %s,
                 "connection": {"host": "localhost", "port": "%d", "user": "postgres", "database": "dropped"}}}
                """.formatted(more, TestPostgres.port()));
    }

    private DatabaseManager sqlite(String connection, String more) {
        return manager(
                ("{\"database\": {\"client\": \"better-sqlite3\", \"connection\": " + connection + ", " + more + "}}")
                        .replace("DIR", directory.toString()));
    }

    private DatabaseManager manager(String backend) {
        var manager = DatabaseManager.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree("{\"backend\": " + backend + "}")));
        managers.add(manager);
        return manager;
    }

    private static DatabaseConfig config(String backend) {
        return DatabaseConfig.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree("{\"backend\": " + backend + "}")));
    }
}
