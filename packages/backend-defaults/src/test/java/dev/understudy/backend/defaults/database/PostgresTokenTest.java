// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestCloud;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks for the password, which is a token of a cloud. */
final class PostgresTokenTest {
    @TempDir
    static Path directory;

    private static EmbeddedPostgres server;
    private static TestCloud cloud;

    private final RecordingLogger logger = RecordingLogger.create();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<DatabaseManager> managers = new ArrayList<>();

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        cloud = TestCloud.start();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .start();
        Files.writeString(
                directory.resolve("data/pg_hba.conf"),
                "host all postgres all trust\nhost all all all scram-sha-256\nlocal all all trust\n");
        admin("create role service login createdb");
        admin("select pg_reload_conf()");
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
        cloud.close();
    }

    @AfterEach
    void close() {
        managers.forEach(manager -> manager.close(logger));
    }

    @Test
    void connectsWithTheTokenThatIsGoodAtThatMoment() throws SQLException {
        issue("first");
        var manager = manager("azure");
        var source = manager.forPlugin("catalog", logger).dataSource();
        assertThat(user(source)).isEqualTo("service");

        // the server forgets the first token; until it is time for another one, that cannot be known here
        issue("second");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(54)));
        assertThat(cloud.questions()).hasSize(1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        renewConnections(source);
        assertThat(user(source)).isEqualTo("service");
        assertThat(cloud.questions()).hasSize(2);
        renewConnections(source);
        assertThat(user(source)).isEqualTo("service");
        assertThat(cloud.questions()).hasSize(2);
    }

    @Test
    void saysWhyCloudSqlIsNotToBeHad() {
        var nameless = manager("cloudsql").forPlugin("catalog", logger);
        assertThatThrownBy(nameless::dataSource).hasMessage("Missing instance connection name for Cloud SQL");
        var named = manager("cloudsql\", \"instance\": \"project:region:name").forPlugin("catalog", logger);
        assertThatThrownBy(named::dataSource)
                .hasMessage("Connection type 'cloudsql' needs Google's connector. Add the dependency"
                        + " com.google.cloud.sql:postgres-socket-factory");
    }

    private DatabaseManager manager(String type) {
        var config = """
                {"backend": {"database": {"client": "pg", "knexConfig": {"pool": {"min": 0, "max": 1}},
                 "connection": {"type": "%s", "host": "localhost", "port": %d, "user": "service",
                 "tokenCredential": {"tenantId": "t", "clientId": "c", "clientSecret": "s"}}}}}
                """.formatted(type, server.getPort());
        var manager = DatabaseManager.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree(config)),
                Map.of("AZURE_AUTHORITY_HOST", cloud.url()),
                now::get);
        managers.add(manager);
        return manager;
    }

    private static void issue(String token) throws SQLException {
        cloud.answer("/t/oauth2/v2.0/token", "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
        admin("alter role service password '" + token + "'");
    }

    private static void admin(String statement) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private static void renewConnections(DataSource source) throws SQLException {
        source.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    private static String user(DataSource source) {
        return Sql.of(source, DatabaseDialect.POSTGRESQL)
                .one("select current_user", row -> row.getString(1))
                .orElseThrow();
    }
}
