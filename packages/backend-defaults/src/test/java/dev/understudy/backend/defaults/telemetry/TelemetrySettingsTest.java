// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class TelemetrySettingsTest {
    @Test
    void isNotConfiguredByDefault() {
        assertThat(settings(Map.of("PATH", "/bin")).isConfigured()).isFalse();
        assertThat(settings(Map.of("OTEL_METRICS_EXPORTER", "")).isConfigured()).isFalse();
        assertThat(settings(Map.of("OTEL_METRICS_EXPORTER", "prometheus", "OTEL_SDK_DISABLED", "true"))
                        .isConfigured())
                .isFalse();
    }

    @Test
    void exportsNothingWhenOnlyNamesAreSet() {
        var settings = settings(Map.of("OTEL_SERVICE_NAME", "backstage"));
        assertThat(settings.isConfigured()).isTrue();
        assertThat(settings.isExporting()).isFalse();
    }

    @Test
    void exportsOnlyTheSignalsThatAreAskedFor() {
        var settings = settings(Map.of("OTEL_METRICS_EXPORTER", "prometheus"));
        assertThat(settings.isExporting()).isTrue();
        assertThat(settings.sdkProperties())
                .isEqualTo(Map.of(
                        "otel.metrics.exporter", "prometheus",
                        "otel.traces.exporter", "none",
                        "otel.logs.exporter", "none",
                        "otel.exporter.otlp.protocol", "http/protobuf"));
    }

    @Test
    void exportsToAnEndpointThatIsSet() {
        assertThat(settings(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"))
                        .sdkProperties())
                .containsEntry("otel.metrics.exporter", "otlp")
                .containsEntry("otel.traces.exporter", "otlp");
        assertThat(settings(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://collector:4318/v1/traces"))
                        .sdkProperties())
                .containsEntry("otel.metrics.exporter", "none")
                .containsEntry("otel.traces.exporter", "otlp");
    }

    @Test
    void takesSystemPropertiesBeforeTheEnvironment() {
        var system = new Properties();
        system.setProperty("otel.metrics.exporter", "console");
        var settings = TelemetrySettings.of(Map.of("OTEL_METRICS_EXPORTER", "prometheus"), system);
        assertThat(settings.properties()).containsEntry("otel.metrics.exporter", "console");
    }

    private static TelemetrySettings settings(Map<String, String> environment) {
        return TelemetrySettings.of(environment, new Properties());
    }
}
