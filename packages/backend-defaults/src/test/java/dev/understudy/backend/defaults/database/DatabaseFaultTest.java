// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.roothttprouter.TestServer;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestPostgres;
import dev.understudy.backend.defaults.testing.TestProxy;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
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
    private DatabaseService database;

    @BeforeEach
    void connect() throws IOException {
        proxy = TestProxy.to(TestPostgres.port());
        var config = """
                {"backend": {"database": {"client": "pg", "prefix": "fault_%s_",
                 "knexConfig": {"pool": {"min": 2, "max": 4, "acquireTimeoutMillis": 3000}},
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
        var keepalive = new Keepalive("catalog", database.dataSource(), logger);
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
