// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService;
import io.opentelemetry.api.OpenTelemetry;

/** Where the metrics and spans of all plugins go. Thread-safe. */
public interface RootTelemetry {
    MetricsService metrics(InstrumentationScope scope);

    /** Spans that carry what there is to say about the plugin. */
    TracingService tracing(InstrumentationScope scope, PluginSpans plugin);

    /** Spans that belong to no plugin. */
    TracingService tracing(String scopeName);

    /** One that hands everything to OpenTelemetry. */
    static RootTelemetry of(OpenTelemetry openTelemetry) {
        return new OpenTelemetryRootTelemetry(openTelemetry);
    }

    /** One that drops everything. */
    static RootTelemetry none() {
        return NoTelemetry.INSTANCE;
    }
}
