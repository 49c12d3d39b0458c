// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import static java.util.Objects.requireNonNull;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.MetricsService.Counter;
import dev.understudy.backend.plugin.api.service.MetricsService.Histogram;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.catalog.backend.database.StitchQueue;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures stitching. Backstage counterpart: the stitcher's {@code progressTracker}. */
final class StitchingInstruments {
    private static final String SECONDS = "seconds";

    private final Counter stitched;
    private final Histogram duration;
    private final Histogram queueDelay;
    private final Map<Result, TelemetryAttributes> attributes = new EnumMap<>(Result.class);

    /** What became of a request. */
    enum Result {
        CHANGED,
        UNCHANGED,
        ABANDONED,
        ERROR
    }

    StitchingInstruments(MetricsService metrics) {
        for (var result : Result.values()) {
            attributes.put(
                    result, TelemetryAttributes.of("result", result.name().toLowerCase(Locale.ROOT)));
        }
        this.stitched = metrics.createCounter(
                "catalog.stitched.entities.count", MetricOptions.describedAs("Amount of entities stitched"));
        this.duration = metrics.createHistogram(
                "catalog.stitching.duration",
                MetricOptions.describedAs("Time spent executing the full stitching flow")
                        .withUnit(SECONDS));
        this.queueDelay = metrics.createHistogram(
                "catalog.stitching.queue.delay",
                MetricOptions.describedAs("The amount of delay between being scheduled for stitching, and the start of"
                                + " actually being stitched")
                        .withUnit(SECONDS));
    }

    void claimed(List<StitchQueue.Request> requests) {
        requests.forEach(request -> queueDelay.record(request.delay()));
    }

    /**
     * Counts an entity.
     *
     * @param start of the batch that it was in, in nanoseconds
     */
    void ended(Result result, long start) {
        stitched.add(1, requireNonNull(attributes.get(result)));
        duration.record((System.nanoTime() - start) / 1e9, requireNonNull(attributes.get(result)));
    }
}
