// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.LoggerService;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/**
 * OpenTelemetry as the environment configures it: that of its Java agent where one runs, one of our own otherwise.
 *
 * @param ending flushes and ends what was started here
 */
record ConfiguredOpenTelemetry(OpenTelemetry openTelemetry, Runnable ending) implements AutoCloseable {
    static ConfiguredOpenTelemetry start(TelemetrySettings settings, LoggerService logger) {
        if (GlobalOpenTelemetry.isSet()) {
            return new ConfiguredOpenTelemetry(GlobalOpenTelemetry.get(), () -> {});
        }
        if (!settings.isExporting()) {
            return new ConfiguredOpenTelemetry(OpenTelemetry.noop(), () -> {});
        }
        var logs = OpenTelemetryLogs.redirectTo(logger);
        var sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesCustomizer(_ -> settings.sdkProperties())
                .addMetricReaderCustomizer((reader, _) -> NodePrometheusNames.where(reader))
                .build()
                .getOpenTelemetrySdk();
        return new ConfiguredOpenTelemetry(sdk, () -> {
            sdk.close();
            logs.close();
        });
    }

    @Override
    public void close() {
        ending.run();
    }
}
