// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockUrlReader;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a small catalog tells of itself while it takes in a file. */
final class CatalogTelemetryTest {
    private static final String ENTITIES = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: web}
            spec: {type: service, lifecycle: production, owner: team}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: team}
            spec: {type: team, children: []}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: broken}
            spec: {type: service}
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
    void measuresProcessingAndStitching(DatabaseDialect dialect) throws Exception {
        try (var database = TestDatabase.create(dialect, directory);
                var catalog = start(database).settle()) {
            assertThat(descriptions())
                    .contains(
                            "catalog_entities_count || Total amount of entities in the catalog",
                            "catalog_registered_locations_count || Total amount of registered locations in the catalog",
                            "catalog_relations_count || Total amount of relations between entities",
                            "catalog.processed.entities.count || Amount of entities processed",
                            "catalog.processing.duration |seconds| Time spent executing the full processing flow",
                            "catalog.processors.duration |seconds| Time spent executing catalog processors",
                            "catalog.processing.queue.delay |seconds| The amount of delay between being scheduled for"
                                    + " processing, and the start of actually being processed",
                            "catalog.stitched.entities.count || Amount of entities stitched",
                            "catalog.stitching.duration |seconds| Time spent executing the full stitching flow",
                            "catalog.stitching.queue.length || Number of entities currently in the stitching queue",
                            "catalog.stitching.queue.delay |seconds| The amount of delay between being scheduled for"
                                    + " stitching, and the start of actually being stitched");
            assertThat(values("catalog_entities_count"))
                    .containsExactlyInAnyOrder("{kind=component} 1.0", "{kind=group} 1.0", "{kind=location} 1.0");
            assertThat(values("catalog.processed.entities.count"))
                    .containsExactlyInAnyOrder("{result=changed} 3.0", "{result=errors} 1.0");
            assertThat(values("catalog.processing.duration"))
                    .containsExactlyInAnyOrder("{result=changed} 3", "{result=errors} 1");
            assertThat(values("catalog.processors.duration"))
                    .containsExactlyInAnyOrder("{result=ok} 3", "{result=failed} 1");
            assertThat(values("catalog.processing.queue.delay")).containsExactly("{} 4");
            assertThat(values("catalog.stitched.entities.count"))
                    .contains("{result=changed} 3.0")
                    .anySatisfy(value -> assertThat(value).startsWith("{result=abandoned} "));
            assertThat(values("catalog.stitching.queue.length")).containsExactly("{} 0.0");

            catalog.refreshAll();
            catalog.settle();
            assertThat(values("catalog.processed.entities.count"))
                    .anySatisfy(value -> assertThat(value).startsWith("{result=unchanged} "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tracesTheProcessingOfAnEntity(DatabaseDialect dialect) throws Exception {
        try (var database = TestDatabase.create(dialect, directory);
                var catalog = start(database).settle()) {
            assertThat(catalog.refs()).contains("group:default/team");
        }
        assertThat(telemetry.spans())
                .extracting(span -> span.getInstrumentationScopeInfo().getName())
                .containsOnly("backstage-plugin-catalog-backend");
        var run = spansNamed("ProcessingRun").stream()
                .filter(span -> text(span.getAttributes()).contains("metadata.name=team"))
                .findFirst()
                .orElseThrow();
        assertThat(text(run.getAttributes()))
                .isEqualTo("{backstage.entity.apiVersion=backstage.io/v1alpha1, backstage.entity.kind=Group,"
                        + " backstage.entity.metadata.name=team}");
        assertThat(childrenOf(run))
                .containsExactly(
                        "ProcessingStage preProcess",
                        "ProcessingStage enforcePolicy",
                        "ProcessingStage validate",
                        "ProcessingStage postProcessEntity");
        assertThat(spansNamed("ProcessingStep"))
                .extracting(span -> attribute(span, "backstage.catalog.processor.name") + " "
                        + attribute(span, "backstage.catalog.processor.stage"))
                .contains(
                        "PlaceholderProcessor preProcessEntity",
                        "AnnotateLocationEntityProcessor preProcessEntity",
                        "BuiltinKindsEntityProcessor validateEntityKind",
                        "FileReaderProcessor readLocation",
                        "BuiltinKindsEntityProcessor postProcessEntity")
                .doesNotContain("PlaceholderProcessor postProcessEntity", "FileReaderProcessor preProcessEntity");
        assertThat(spansNamed("TaskPipelineLoop"))
                .anySatisfy(span -> assertThat(text(span.getAttributes())).isEqualTo("{itemCount=1}"));
    }

    private List<String> childrenOf(SpanData parent) {
        return telemetry.spans().stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .map(span -> span.getName() + " " + attribute(span, "backstage.catalog.processor.stage"))
                .toList();
    }

    private static String attribute(SpanData span, String name) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(name)));
    }

    private List<SpanData> spansNamed(String name) {
        return telemetry.spans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private List<String> values(String name) {
        return telemetry
                .metrics(name)
                .flatMap(metric -> metric.getData().getPoints().stream())
                .map(point -> text(point.getAttributes()) + " " + value(point))
                .toList();
    }

    private static String value(PointData point) {
        return switch (point) {
            case DoublePointData number -> Double.toString(number.getValue());
            case HistogramPointData histogram -> Long.toString(histogram.getCount());
            default -> point.toString();
        };
    }

    private List<String> descriptions() {
        return telemetry.metrics().map(CatalogTelemetryTest::describe).toList();
    }

    private static String describe(MetricData metric) {
        return metric.getName() + " |" + metric.getUnit() + "| " + metric.getDescription();
    }

    private static String text(Attributes attributes) {
        var sorted = new TreeMap<String, Object>();
        attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
        return sorted.toString();
    }

    private TestCatalog start(TestDatabase database) throws Exception {
        var file = Files.writeString(directory.resolve("all.yaml"), ENTITIES);
        return TestCatalog.start(
                database,
                "{\"rules\":[{\"allow\":[\"Component\",\"Group\",\"Location\"]}],\"locations\":[{\"type\":\"file\",\"target\":\""
                        + file + "\"}]}",
                _ -> {},
                MockUrlReader.of(Map.of()),
                telemetry.metricsService(),
                telemetry.tracingService());
    }
}
