// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricsService;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.TreeMap;

/** Telemetry that keeps what it is given. */
public final class TestTelemetry implements AutoCloseable {
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    private TestTelemetry() {}

    public static TestTelemetry create() {
        return new TestTelemetry();
    }

    public RootTelemetry root() {
        return RootTelemetry.of(sdk);
    }

    public MetricsService metrics(String pluginId) {
        return root().metrics(InstrumentationScope.of("backstage-plugin-" + pluginId));
    }

    /** Attributes and value of each point of a metric; of a histogram, how many values there were. */
    public List<String> values(String name) {
        return metrics.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
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

    /** Name, unit and description of each metric that has a value. */
    public List<String> descriptions() {
        return metrics.collectAllMetrics().stream()
                .map(metric ->
                        metric.getName() + " |" + (metric.getUnit().isEmpty() ? "" : " " + metric.getUnit() + " ")
                                + "| " + metric.getDescription())
                .toList();
    }

    /** Scope, name, attributes and status of each span that has ended. */
    public List<String> spans() {
        return spans.getFinishedSpanItems().stream()
                .map(span -> span.getInstrumentationScopeInfo().getName() + " " + span.getName() + " "
                        + text(span.getAttributes()) + " " + span.getStatus().getStatusCode())
                .toList();
    }

    /** Attributes in the order of their names. */
    static String text(Attributes attributes) {
        var sorted = new TreeMap<String, Object>();
        attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
        return sorted.toString();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
