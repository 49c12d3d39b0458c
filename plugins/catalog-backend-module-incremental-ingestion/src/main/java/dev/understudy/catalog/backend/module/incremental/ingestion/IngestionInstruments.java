// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import java.time.Instant;

/** When the ingestions of a provider started and ended last, in seconds since 1970. */
record IngestionInstruments(String providerName, MetricsService.Gauge started, MetricsService.Gauge completed) {
    static IngestionInstruments create(String providerName, MetricsService metrics) {
        return new IngestionInstruments(
                providerName,
                metrics.createGauge("catalog_incremental.ingestions.started", options("started")),
                metrics.createGauge("catalog_incremental.ingestions.completed", options("completed")));
    }

    private static MetricOptions options(String what) {
        return MetricOptions.describedAs("Epoch timestamp when the ingestion was last " + what)
                .withUnit("s");
    }

    void started(Instant time) {
        started.record(seconds(time), TelemetryAttributes.of("providerName", providerName));
    }

    void completed(Instant time, String status) {
        completed.record(
                seconds(time),
                TelemetryAttributes.of("providerName", providerName).with("status", status));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
