// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockUrlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LargeGroupTest {
    private static final int MEMBERS = 400;
    private static final String GROUP = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: everybody}
            spec: {type: company, children: []}
            """;

    @TempDir
    Path directory;

    private final RecordedTelemetry telemetry = new RecordedTelemetry();

    @AfterEach
    void close() {
        telemetry.close();
    }

    @ParameterizedTest
    @EnumSource
    void isNotStitchedForEachOfItsMembers(DatabaseDialect dialect) throws Exception {
        try (var database = TestDatabase.create(dialect, directory);
                var catalog = start(database).settle()) {
            assertThat(catalog.entity("group:default/everybody").orElseThrow().path("relations"))
                    .hasSize(MEMBERS);
            assertThat(stitched()).isBetween((double) MEMBERS, 1.25 * MEMBERS);
        }
    }

    private double stitched() {
        return telemetry
                .metrics("catalog.stitched.entities.count")
                .flatMap(metric -> metric.getDoubleSumData().getPoints().stream())
                .filter(point -> !point.getAttributes().toString().contains("abandoned"))
                .mapToDouble(point -> point.getValue())
                .sum();
    }

    private TestCatalog start(TestDatabase database) throws Exception {
        var users = IntStream.range(0, MEMBERS).mapToObj(LargeGroupTest::member).collect(Collectors.joining());
        var file = Files.writeString(directory.resolve("all.yaml"), GROUP + users);
        return TestCatalog.start(
                database,
                "{\"rules\":[{\"allow\":[\"Group\",\"User\",\"Location\"]}],\"locations\":[{\"type\":\"file\","
                        + "\"target\":\"" + file + "\"}]}",
                _ -> {},
                MockUrlReader.of(Map.of()),
                telemetry.metricsService(),
                telemetry.tracingService());
    }

    private static String member(int index) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: member-%d}
                spec: {memberOf: [everybody]}
                """.formatted(index);
    }
}
