// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService;
import io.opentelemetry.api.OpenTelemetry;

/** Hands metrics and spans to OpenTelemetry. */
record OpenTelemetryRootTelemetry(OpenTelemetry openTelemetry) implements RootTelemetry {
    @Override
    public MetricsService metrics(InstrumentationScope scope) {
        var builder = openTelemetry.meterBuilder(scope.name());
        scope.version().ifPresent(builder::setInstrumentationVersion);
        scope.schemaUrl().ifPresent(builder::setSchemaUrl);
        return new OtelMetrics(builder.build());
    }

    @Override
    public TracingService tracing(InstrumentationScope scope, PluginSpans plugin) {
        var builder = openTelemetry.tracerBuilder(scope.name());
        scope.version().ifPresent(builder::setInstrumentationVersion);
        scope.schemaUrl().ifPresent(builder::setSchemaUrl);
        return new OtelTracing(openTelemetry, builder.build(), new PluginSpanAttributes(plugin));
    }

    @Override
    public TracingService tracing(String scopeName) {
        return new OtelTracing(
                openTelemetry, openTelemetry.getTracer(scopeName), options -> OtelAttributes.of(options.attributes()));
    }
}
