// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import static java.util.Objects.requireNonNull;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.MetricsService.Counter;
import dev.understudy.backend.plugin.api.service.MetricsService.Histogram;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures the processing of entities. Backstage counterpart: the processing engine's {@code progressTracker}. */
final class ProcessingInstruments {
    private static final String SECONDS = "seconds";
    private static final TelemetryAttributes OK = result("ok");
    private static final TelemetryAttributes PROCESSORS_FAILED = result("failed");

    private final Counter processed;
    private final Histogram processing;
    private final Histogram processors;
    private final Histogram queueDelay;
    private final Map<Result, TelemetryAttributes> attributes = new EnumMap<>(Result.class);
    // by id, in nanoseconds
    private final Map<String, Long> startTimes = new ConcurrentHashMap<>();

    /** What became of an entity. */
    enum Result {
        UNCHANGED,
        ERRORS,
        CHANGED,
        FAILED
    }

    ProcessingInstruments(MetricsService metrics) {
        for (var result : Result.values()) {
            attributes.put(result, result(result.name().toLowerCase(Locale.ROOT)));
        }
        this.processed = metrics.createCounter(
                "catalog.processed.entities.count", MetricOptions.describedAs("Amount of entities processed"));
        this.processing = metrics.createHistogram(
                "catalog.processing.duration",
                MetricOptions.describedAs("Time spent executing the full processing flow")
                        .withUnit(SECONDS));
        this.processors = metrics.createHistogram(
                "catalog.processors.duration",
                MetricOptions.describedAs("Time spent executing catalog processors")
                        .withUnit(SECONDS));
        this.queueDelay = metrics.createHistogram(
                "catalog.processing.queue.delay",
                MetricOptions.describedAs("The amount of delay between being scheduled for processing, and the start of"
                                + " actually being processed")
                        .withUnit(SECONDS));
    }

    private static TelemetryAttributes result(String name) {
        return TelemetryAttributes.of("result", name);
    }

    void started(RefreshStateItem item) {
        startTimes.put(item.id(), System.nanoTime());
        queueDelay.record(item.queueDelay());
    }

    void processorsCompleted(RefreshStateItem item, EntityProcessingResult result) {
        var start = startTimes.get(item.id());
        if (start != null) {
            processors.record(
                    secondsSince(start),
                    switch (result) {
                        case EntityProcessingResult.Completed _ -> OK;
                        case EntityProcessingResult.Failed _ -> PROCESSORS_FAILED;
                    });
        }
    }

    void ended(RefreshStateItem item, Result result) {
        var start = startTimes.remove(item.id());
        if (start != null) {
            processing.record(secondsSince(start), requireNonNull(attributes.get(result)));
            processed.add(1, requireNonNull(attributes.get(result)));
        }
    }

    private static double secondsSince(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }
}
