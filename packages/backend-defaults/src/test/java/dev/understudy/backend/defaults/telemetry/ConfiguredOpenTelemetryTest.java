// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestPluginServer;
import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.SpanOptions;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ConfiguredOpenTelemetryTest {
    private final RecordingLogger logger = RecordingLogger.create();

    @Test
    void servesPrometheusUnderTheNamesOfNodesExporter() throws Exception {
        var port = freePort();
        var environment =
                Map.of("OTEL_METRICS_EXPORTER", "prometheus", "OTEL_EXPORTER_PROMETHEUS_PORT", Integer.toString(port));
        try (var telemetry = start(environment)) {
            var metrics = RootTelemetry.of(telemetry.openTelemetry())
                    .metrics(InstrumentationScope.of("backstage-plugin-catalog"));
            var result = TelemetryAttributes.of("result", "changed");
            metrics.createCounter(
                            "catalog.processed.entities.count",
                            MetricOptions.describedAs("Amount of entities processed"))
                    .add(24, result);
            metrics.createHistogram(
                            "catalog.processing.duration",
                            MetricOptions.describedAs("Time spent executing the full processing flow")
                                    .withUnit("seconds"))
                    .record(0.5, result);
            metrics.createObservableGauge("catalog_entities_count", MetricOptions.describedAs("Total"))
                    .addCallback(gauge -> gauge.observe(2, TelemetryAttributes.of("kind", "api")));
            assertThat(get(port).lines().filter(line -> !line.contains("_bucket") && !line.contains("target_info")))
                    .containsExactly(
                            "# HELP catalog_entities_count Total",
                            "# TYPE catalog_entities_count gauge",
                            "catalog_entities_count{kind=\"api\",otel_scope_name=\"backstage-plugin-catalog\"} 2.0",
                            "# HELP catalog_processed_entities_count_total Amount of entities processed",
                            "# TYPE catalog_processed_entities_count_total counter",
                            "catalog_processed_entities_count_total{otel_scope_name=\"backstage-plugin-catalog\",result=\"changed\"} 24.0",
                            "# HELP catalog_processing_duration Time spent executing the full processing flow",
                            "# TYPE catalog_processing_duration histogram",
                            "catalog_processing_duration_count{otel_scope_name=\"backstage-plugin-catalog\",result=\"changed\"} 1",
                            "catalog_processing_duration_sum{otel_scope_name=\"backstage-plugin-catalog\",result=\"changed\"} 0.5");
            assertThat(get(port)).contains("target_info{service_name=\"");
        }
    }

    @Test
    void sendsSpansToACollector() throws Exception {
        try (var collector = TestPluginServer.start(_ -> TestPluginServer.Answer.ok(""))) {
            var endpoint = URI.create(collector.baseUrl("x")).resolve("/").toString();
            try (var telemetry = start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint))) {
                RootTelemetry.of(telemetry.openTelemetry())
                        .tracing("some-scope")
                        .runInActiveSpan("a span of ours", SpanOptions.none(), _ -> {});
            }
            await().untilAsserted(() -> assertThat(collector.requests()).anySatisfy(request -> {
                assertThat(request.path()).isEqualTo("/v1/traces");
                assertThat(request.body()).contains("some-scope").contains("a span of ours");
            }));
        }
    }

    @Test
    void writesWhatGoesWrongIntoTheLog() throws Exception {
        var environment =
                Map.of("OTEL_TRACES_EXPORTER", "otlp", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + freePort());
        var withoutRetries = new HashMap<>(environment);
        withoutRetries.put("OTEL_METRICS_EXPORTER", "none");
        withoutRetries.put("OTEL_EXPORTER_OTLP_TIMEOUT", "200");
        try (var telemetry = start(withoutRetries)) {
            RootTelemetry.of(telemetry.openTelemetry())
                    .tracing("some-scope")
                    .runInActiveSpan("lost", SpanOptions.none(), _ -> {});
        }
        assertThat(logger.lines()).anySatisfy(line -> assertThat(line).contains("Failed to export spans."));
    }

    @Test
    void dropsEverythingWhenNothingIsExported() {
        try (var telemetry = start(Map.of("OTEL_SERVICE_NAME", "backstage"))) {
            assertThat(telemetry.openTelemetry()).isSameAs(OpenTelemetry.noop());
        }
    }

    private ConfiguredOpenTelemetry start(Map<String, String> environment) {
        return ConfiguredOpenTelemetry.start(TelemetrySettings.of(environment, new Properties()), logger);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String get(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
