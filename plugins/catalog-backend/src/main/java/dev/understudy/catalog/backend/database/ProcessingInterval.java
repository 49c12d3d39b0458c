// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.config.Config;
import java.util.Locale;

/**
 * How long an entity waits before it is processed again: a random time, so that not all are due at once.
 *
 * @param minSeconds the shortest wait
 * @param maxSeconds the longest wait
 */
public record ProcessingInterval(double minSeconds, double maxSeconds) {
    private static final String KEY = "catalog.processingInterval";
    private static final double SPREAD = 1.5;
    private static final int RANDOM_STEPS = 1000;

    /** Reads {@code catalog.processingInterval}; 100 to 150 seconds when nothing is set. */
    public static ProcessingInterval fromConfig(Config config) {
        if (!config.has(KEY) || !isEnabled(config)) {
            return new ProcessingInterval(100, 150);
        }
        var seconds = Math.max(1, Math.round(config.duration(KEY).toMillis() / 1000.0));
        return new ProcessingInterval(seconds, seconds * SPREAD);
    }

    /** Whether anything is to be processed at all. */
    public static boolean isEnabled(Config config) {
        return config.optionalValue(KEY)
                .map(value -> !(value.isBoolean() && !value.booleanValue()))
                .orElse(true);
    }

    /** An expression for the time after one such wait, different for every row. */
    String sqlTime(DatabaseDialect dialect) {
        var span = maxSeconds - minSeconds;
        return switch (dialect) {
            case SQLITE -> {
                var random = "abs(random() % " + RANDOM_STEPS + ") * " + span / RANDOM_STEPS;
                yield "datetime('now', (" + minSeconds + " + " + random + ") || ' seconds')";
            }
            case POSTGRESQL ->
                String.format(Locale.ROOT, "now() + (%s + random() * %s) * interval '1 second'", minSeconds, span);
        };
    }
}
