// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.urlreader.UrlReaders;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locations that mean no good must harm no other: a catalog at work, reading over real HTTP. */
final class HostileLocationsTest {
    private static final String BOMB = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
            """;

    @TempDir
    private Path directory;

    private HostileHost host;
    private TestDatabase database;

    @BeforeEach
    void start() throws IOException {
        host = HostileHost.start();
        database = TestDatabase.sqlite(directory.resolve("catalog.sqlite"));
    }

    @AfterEach
    void stop() {
        host.close();
        database.close();
    }

    private TestCatalog catalog(String... paths) throws Exception {
        var locations = Stream.of(paths)
                .map(path -> "{\"type\":\"url\",\"target\":\"" + host.url(path) + "\"}")
                .collect(Collectors.joining(","));
        var config = ConfigReader.fromData(Map.of(
                "backend", Map.of("reading", Map.of("allow", List.of(Map.of("host", host.host()))))));
        return TestCatalog.start(
                database,
                "{\"processingInterval\":{\"seconds\":1},\"locations\":[" + locations + "]}",
                _ -> {},
                UrlReaders.defaults(config, MockRootLogger.create(), List.of()));
    }

    private static void awaitComponent(TestCatalog catalog, String name) {
        catalog.await(() -> catalog.entity("component:default/" + name).isPresent());
    }

    private static void awaitError(TestCatalog catalog, String message) {
        catalog.await(
                () -> catalog
                        .sql()
                        .query("select errors from refresh_state where errors is not null", row -> row.getString(1))
                        .stream()
                        .anyMatch(errors -> errors.contains(message)));
    }

    @Test
    void doNotKeepOthersWaitingWhenTheyHang() throws Exception {
        var paths = IntStream.range(0, 40).mapToObj(number -> "/hang" + number).toList();
        paths.forEach(host::hang);
        host.stall("/stall").text("/good", RunningCatalog.component("good"));
        var all = Stream.concat(paths.stream(), Stream.of("/stall", "/good")).toArray(String[]::new);
        try (var catalog = catalog(all)) {
            awaitComponent(catalog, "good");
            assertThat(host.hanging()).isPositive();
        }
    }

    @Test
    void doNotFillMemory() throws Exception {
        host.flood("/flood").text("/good", RunningCatalog.component("good"));
        try (var catalog = catalog("/flood", "/good")) {
            awaitComponent(catalog, "good");
            awaitError(catalog, "The answer from " + host.url("/flood") + " has more than 67108864 bytes");
        }
    }

    @Test
    void doNotMultiplyByAliasesOrNestWithoutEnd() throws Exception {
        host.text("/bomb", BOMB)
                .text("/deep", "a: " + "[".repeat(100_000))
                .text("/good", RunningCatalog.component("good"));
        try (var catalog = catalog("/bomb", "/deep", "/good")) {
            awaitComponent(catalog, "good");
            awaitError(catalog, "Excessive alias count indicates a resource exhaustion attack");
            awaitError(catalog, "Collections are nested more than 200 deep");
        }
    }

    @Test
    void mayPointAtEachOther() throws Exception {
        host.text("/a", location("a", "./b"))
                .text("/b", location("b", "./a") + "---\n" + RunningCatalog.component("good"));
        try (var catalog = catalog("/a")) {
            awaitComponent(catalog, "good");
            assertThat(catalog.refs()).hasSizeLessThan(7);
        }
    }

    private static String location(String name, String target) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: %s}
                spec: {target: %s}
                """.formatted(name, target);
    }

    @Test
    void mayChangeWhileTheyAreRead() throws Exception {
        var version = new AtomicInteger();
        host.on("/moving", exchange -> {
            var number = version.incrementAndGet();
            var text = RunningCatalog.component("moving") + "# " + "x".repeat(number);
            // says more than it sends every other time
            var body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, number % 2 == 0 ? body.length + 100 : body.length);
            exchange.getResponseBody().write(body);
        });
        host.text("/good", RunningCatalog.component("good"));
        try (var catalog = catalog("/moving", "/good")) {
            awaitComponent(catalog, "good");
            awaitComponent(catalog, "moving");
            await().atMost(Duration.ofSeconds(20)).until(() -> version.get() > 3);
            awaitComponent(catalog, "moving");
        }
    }

    @Test
    void mayHoldAHundredThousandDocuments() throws Exception {
        var documents = new StringBuilder();
        for (var number = 0; number < 100_000; number++) {
            documents.append("just text\n---\n");
        }
        host.text("/many", documents.toString()).text("/good", RunningCatalog.component("good"));
        try (var catalog = catalog("/many", "/good")) {
            awaitComponent(catalog, "good");
            awaitError(catalog, "Expected object at root, got string");
        }
    }
}
