// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.defaults.telemetry.InstrumentationScope;
import dev.understudy.backend.defaults.telemetry.RootTelemetry;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what a catalog tells of itself. */
final class RecordedTelemetry implements AutoCloseable {
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final RootTelemetry telemetry = RootTelemetry.of(sdk);

    MetricsService metricsService() {
        return telemetry.metrics(InstrumentationScope.of("backstage-plugin-catalog"));
    }

    TracingService tracingService() {
        return telemetry.tracing("test");
    }

    Stream<MetricData> metrics() {
        return metrics.collectAllMetrics().stream();
    }

    Stream<MetricData> metrics(String name) {
        return metrics().filter(metric -> metric.getName().equals(name));
    }

    List<SpanData> spans() {
        return spans.getFinishedSpanItems();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
