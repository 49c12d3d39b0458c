// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every way in which node-postgres can be told of a Unix socket, asked of a server that listens on one. */
final class PostgresSocketTest {
    private static final String OVER_WHAT = "select coalesce(host(inet_client_addr()), 'unix')";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    private final RecordingLogger logger = RecordingLogger.create();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("unix_socket_directories", folder.toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"host\": \"FOLDER\", \"port\": PORT, \"user\": \"postgres\"}",
                "{\"host\": \"FOLDER\", \"port\": \"PORT\", \"user\": \"postgres\", \"keepAlive\": true, \"query_timeout\": 9000}",
                "\"postgres://postgres:secret@/any?host=FOLDER&port=PORT\"",
                "\"postgres://postgres@elsewhere:1/any?host=FOLDER&port=PORT\"",
                "\"postgresql://postgres@ENCODED:PORT/any\"",
                "\"postgresql://ENCODED/any?user=postgres&port=PORT\"",
                "\"socket:FOLDER?db=any&user=postgres&port=PORT\"",
                "\"socket://postgres:secret@FOLDER/?db=any&port=PORT\"",
                "{\"connectionString\": \"FOLDER any\", \"user\": \"postgres\", \"port\": PORT}",
            })
    void connectsThroughASocket(String connection) {
        try (var open = open(connection)) {
            assertThat(Sql.reading(open.database()).one(OVER_WHAT, row -> row.getString(1)))
                    .contains("unix");
            assertThat(logger.lines()).isEmpty();
        }
    }

    @Test
    void keepsToHostsOtherwise() {
        try (var open = open("{\"host\": \"127.0.0.1\", \"port\": PORT, \"user\": \"postgres\"}")) {
            assertThat(Sql.reading(open.database()).one(OVER_WHAT, row -> row.getString(1)))
                    .contains("127.0.0.1");
        }
    }

    @Test
    void takesTheSocketAndTheDatabaseFromAPlainPath() {
        var connection = PostgresUrl.parse("/var/run/postgresql catalog");
        var source = PostgresDataSource.configure(new PGSimpleDataSource(), connection, 30_000, "catalog");
        assertThat(connection.path("database").asString()).isEqualTo("catalog");
        assertThat(source.getSocketFactoryArg()).isEqualTo("/var/run/postgresql/.s.PGSQL.5432");
    }

    @Test
    void namesTheSocketThatIsNotThere() {
        assertThatThrownBy(() -> open("{\"host\": \"FOLDER/none\", \"port\": 1, \"user\": \"postgres\"}"))
                .hasMessageStartingWith("Failed to connect to the database to make sure that 'socket_catalog' exists, ")
                .hasMessageContaining("(PostgreSQL at " + folder
                        + "/none:1, database 'socket_catalog', user 'postgres', for" + " plugin 'catalog')");
    }

    private Open open(String connection) {
        var text = connection
                .replace("FOLDER", folder.toString())
                .replace("ENCODED", folder.toString().replace("/", "%2F"))
                .replace("PORT", String.valueOf(server.getPort()));
        var config = Json.mapper()
                .readTree("{\"backend\": {\"database\": {\"client\": \"pg\", \"prefix\": \"socket_\", \"connection\": "
                        + text + "}}}");
        var manager = DatabaseManager.fromConfig(ConfigReader.fromData(config));
        var database = manager.forPlugin("catalog", logger);
        assertThat(database.dataSource()).isNotNull();
        return new Open(manager, database, logger);
    }

    private record Open(DatabaseManager manager, PluginDatabase database, RecordingLogger logger)
            implements AutoCloseable {
        @Override
        public void close() {
            manager.close(logger);
        }
    }
}
