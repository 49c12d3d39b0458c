// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.types.HumanDuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast to take entities in, and what to refuse. Immutable. Backstage counterpart of the same name.
 *
 * @param burstInterval from the start of one burst to the next, at least 5 seconds
 * @param burstLength how long a burst goes on asking for pages
 * @param restLength how long to wait after the last page before starting over
 * @param backoff how long to wait after the first failure in a row, the second, and so on; the last for all others
 * @param rejectRemovalsAbovePercentage a share of what was found; if more would be removed, nothing is
 * @param rejectEmptySourceCollections whether to remove nothing if nothing at all was found
 */
public record IncrementalEntityProviderOptions(
        HumanDuration burstInterval,
        HumanDuration burstLength,
        HumanDuration restLength,
        List<HumanDuration> backoff,
        Optional<Double> rejectRemovalsAbovePercentage,
        boolean rejectEmptySourceCollections) {
    private static final List<HumanDuration> USUAL_BACKOFF = List.of(
            HumanDuration.parse("1m"),
            HumanDuration.parse("5m"),
            HumanDuration.parse("30m"),
            HumanDuration.parse("3h"));

    public IncrementalEntityProviderOptions {
        backoff = backoff.isEmpty() ? USUAL_BACKOFF : List.copyOf(backoff);
    }

    /** Bursts with the usual waits after failures, that refuse nothing. */
    public static IncrementalEntityProviderOptions of(
            HumanDuration burstInterval, HumanDuration burstLength, HumanDuration restLength) {
        return new IncrementalEntityProviderOptions(
                burstInterval, burstLength, restLength, USUAL_BACKOFF, Optional.empty(), false);
    }

    Duration backoffAfter(int failures) {
        return backoff.get(Math.min(backoff.size() - 1, Math.max(0, failures))).toDuration();
    }
}
