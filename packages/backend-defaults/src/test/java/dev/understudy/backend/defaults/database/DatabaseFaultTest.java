// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.roothttprouter.TestServer;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestPostgres;
import dev.understudy.backend.defaults.testing.TestProxy;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that goes away and comes back. */
final class DatabaseFaultTest {
    private final RecordingLogger logger = RecordingLogger.create();
    private TestProxy proxy;
    private DatabaseManager manager;
    private PluginDatabase database;

    @BeforeEach
    void connect() throws IOException {
        proxy = TestProxy.to(TestPostgres.port());
        var config = """
                {"backend": {"database": {"client": "pg", "prefix": "fault_%s_",
                 "knexConfig": {"pool": {"min": 2, "max": 4, "acquireTimeoutMillis": 1000,
                  "createTimeoutMillis": 500}},
                 "connection": {"host": "localhost", "port": %d, "user": "postgres"}}}}
                """.formatted(UUID.randomUUID().toString().substring(0, 8), proxy.port());
        manager = DatabaseManager.fromConfig(ConfigReader.fromData(Json.mapper().readTree(config)));
        database = manager.forPlugin("catalog", logger);
    }

    @AfterEach
    void close() throws IOException {
        manager.close(logger);
        proxy.close();
    }

    @Test
    void answersEveryRequestAndRecovers() throws Exception {
        try (var server = TestServer.start()) {
            server.use(
                    "/answer",
                    _ -> HttpResponse.text(Sql.reading(database)
                            .one("select 42::text", row -> row.getString(1))
                            .orElseThrow()));
            assertThat(answers(server, 20)).containsOnly("200 42");

            proxy.cut();
            assertThat(answers(server, 50))
                    .allMatch(answer -> answer.matches(
                            "500 \\{\"error\":\\{\"name\":\"Error\",\"message\":\"An internal error occurred"
                                    + " logId=[0-9a-f]{20}\"},\"request\":\\{\"method\":\"GET\",\"url\":\"/answer\"},"
                                    + "\"response\":\\{\"statusCode\":500}}"));

            proxy.restore();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(answers(server, 20)).containsOnly("200 42"));
        }
    }

    @Test
    void warnsOfALossOnceAndOfTheNextLossAgain() throws IOException {
        var keepalive = keepalive();
        keepalive.check();
        assertThat(logger.lines()).isEmpty();
        proxy.cut();
        keepalive.check();
        keepalive.check();
        assertThat(logger.lines())
                .singleElement()
                .asString()
                .startsWith("warn Database keepalive failed for plugin catalog, Error: ");
        proxy.restore();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> Sql.reading(database)
                        .one("select 1", row -> row.getInt(1))
                        .isPresent());
        keepalive.check();
        proxy.cut();
        keepalive.check();
        assertThat(logger.lines()).hasSize(2);
    }

    @Test
    void freesThoseWhoWaitForAServerThatFellSilent() throws Exception {
        var keepalive = keepalive();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            proxy.silence();
            var waiting = threads.submit(() -> statement.execute("select 1"));

            keepalive.check();

            assertThatThrownBy(waiting::get).hasCauseInstanceOf(SQLException.class);
        }
        assertThat(logger.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .asString()
                                .startsWith("warn Database keepalive failed for plugin catalog, Error: "),
                        line -> assertThat(line)
                                .asString()
                                .startsWith("warn The database of plugin catalog does not answer, gave up "));
    }

    @Test
    void leavesConnectionsToABusyServerAlone() throws Exception {
        var keepalive = keepalive();
        var taken = new ArrayList<Connection>();
        for (int i = 0; i < 4; i++) {
            taken.add(database.dataSource().getConnection());
        }

        keepalive.check();

        assertThat(logger.lines()).hasSize(1);
        for (var connection : taken) {
            assertThat(connection.isValid(1)).isTrue();
            connection.close();
        }
    }

    private Keepalive keepalive() {
        assertThat(database.dataSource()).isNotNull();
        return new Keepalive("catalog", database.openPools().orElseThrow(), logger);
    }

    private static List<String> answers(TestServer server, int times) throws Exception {
        Callable<String> question = () -> {
            var response = server.get("/answer");
            return response.statusCode() + " " + response.body();
        };
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(times, question))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
