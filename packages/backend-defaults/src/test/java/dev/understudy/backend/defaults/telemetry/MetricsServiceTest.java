// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsServiceTest {
    private static final TelemetryAttributes RED = TelemetryAttributes.of("colour", "red");
    private static final MetricOptions OPTIONS =
            MetricOptions.describedAs("What it is").withUnit("seconds");

    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    private final MetricsService metrics = metrics("{}");

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void countsUp() {
        var counter = metrics.createCounter("todo.made", OPTIONS);
        counter.add(1, RED);
        counter.add(2.5, RED);
        counter.add(1);
        assertThat(metric().getDescription()).isEqualTo("What it is");
        assertThat(metric().getUnit()).isEqualTo("seconds");
        assertThat(metric().getInstrumentationScopeInfo().getName()).isEqualTo("backstage-plugin-todo");
        assertThat(metric().getDoubleSumData().isMonotonic()).isTrue();
        assertThat(values()).containsExactlyInAnyOrder("{colour=red} 3.5", "{} 1.0");
    }

    @Test
    void countsUpAndDown() {
        var counter = metrics.createUpDownCounter("todo.open", OPTIONS);
        counter.add(3, RED);
        counter.add(-1, RED);
        counter.add(1);
        assertThat(metric().getDoubleSumData().isMonotonic()).isFalse();
        assertThat(values()).containsExactlyInAnyOrder("{colour=red} 2.0", "{} 1.0");
    }

    @Test
    void keepsTheLastValue() {
        var gauge = metrics.createGauge("todo.size", OPTIONS);
        gauge.record(3, RED);
        gauge.record(2, RED);
        gauge.record(7);
        assertThat(values()).containsExactlyInAnyOrder("{colour=red} 2.0", "{} 7.0");
    }

    @Test
    void sortsValuesIntoBuckets() {
        var histogram = metrics.createHistogram("todo.time", OPTIONS.withBucketBoundaries(List.of(1.0, 10.0)));
        histogram.record(0.5, RED);
        histogram.record(20, RED);
        metrics.createHistogram("other.time", MetricOptions.none()).record(1);
        var points = metric("todo.time").getHistogramData().getPoints();
        assertThat(points).singleElement().satisfies(point -> {
            assertThat(point.getBoundaries()).containsExactly(1.0, 10.0);
            assertThat(point.getCounts()).containsExactly(1L, 0L, 1L);
            assertThat(point.getSum()).isEqualTo(20.5);
        });
        assertThat(metric("other.time")
                        .getHistogramData()
                        .getPoints()
                        .iterator()
                        .next()
                        .getBoundaries())
                .startsWith(0.0, 5.0, 10.0)
                .endsWith(10000.0);
    }

    @Test
    void asksForValuesWhenTheyAreCollected() {
        MetricsService.ObservableCallback callback = result -> {
            result.observe(4, RED);
            result.observe(5);
        };
        var gauge = metrics.createObservableGauge("todo.waiting", OPTIONS);
        gauge.addCallback(callback);
        assertThat(values()).containsExactlyInAnyOrder("{colour=red} 4.0", "{} 5.0");
        gauge.removeCallback(callback);
        assertThat(reader.collectAllMetrics()).isEmpty();
    }

    @Test
    void observesSums() {
        metrics.createObservableCounter("todo.total", OPTIONS).addCallback(result -> result.observe(4));
        metrics.createObservableUpDownCounter("todo.level", OPTIONS).addCallback(result -> result.observe(-4));
        assertThat(metric("todo.total").getDoubleSumData().isMonotonic()).isTrue();
        assertThat(metric("todo.level").getDoubleSumData().isMonotonic()).isFalse();
    }

    @Test
    void goesOnWhenACallbackFails() {
        metrics.createObservableGauge("todo.broken", OPTIONS).addCallback(_ -> {
            throw new IOException("no answer");
        });
        metrics.createGauge("todo.size", OPTIONS).record(3);
        assertThat(reader.collectAllMetrics()).extracting(MetricData::getName).containsExactly("todo.size");
    }

    @Test
    void namesTheMeterAsConfigured() {
        metrics("""
                {"backend": {"metrics": {"plugin": {"todo": {"meter":
                {"name": "mine", "version": "1.2", "schemaUrl": "https://example.com/schema"}}}}}}""").createCounter("todo.made", OPTIONS).add(1);
        var scope = metric().getInstrumentationScopeInfo();
        assertThat(scope.getName()).isEqualTo("mine");
        assertThat(scope.getVersion()).isEqualTo("1.2");
        assertThat(scope.getSchemaUrl()).isEqualTo("https://example.com/schema");
    }

    @Test
    void refusesAttributesOfOtherTypes() {
        assertThatThrownBy(() -> new TelemetryAttributes(Map.of("since", Instant.EPOCH)))
                .hasMessage("The attribute 'since' has a value of the unsupported type java.time.Instant");
    }

    private MetricData metric() {
        assertThat(reader.collectAllMetrics()).hasSize(1);
        return reader.collectAllMetrics().iterator().next();
    }

    private MetricData metric(String name) {
        return reader.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> values() {
        return metric().getData().getPoints().stream()
                .map(point -> TestTelemetry.text(point.getAttributes()) + " " + ((DoublePointData) point).getValue())
                .toList();
    }

    private MetricsService metrics(String config) {
        var scope = InstrumentationScope.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree(config)), "backend.metrics.plugin.todo.meter", "todo");
        return RootTelemetry.of(sdk).metrics(scope);
    }
}
