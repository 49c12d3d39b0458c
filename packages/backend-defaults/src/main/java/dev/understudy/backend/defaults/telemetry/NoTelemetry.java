// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService;

/** Drops everything. */
enum NoTelemetry implements RootTelemetry {
    INSTANCE;

    @Override
    public MetricsService metrics(InstrumentationScope scope) {
        return MetricsService.noop();
    }

    @Override
    public TracingService tracing(InstrumentationScope scope, PluginSpans plugin) {
        return TracingService.noop();
    }

    @Override
    public TracingService tracing(String scopeName) {
        return TracingService.noop();
    }
}
