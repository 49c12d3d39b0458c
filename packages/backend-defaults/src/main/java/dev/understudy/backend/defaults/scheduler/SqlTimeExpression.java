// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.types.JavaScriptNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A point in time in SQL. Times come from the database's clock, which all processes share, wherever that can be. */
record SqlTimeExpression(String sql, List<Object> parameters) {
    private static final double MILLISECONDS = 1e3;
    private static final SqlTimeExpression NEVER = new SqlTimeExpression("NULL", List.of());
    private static final SqlTimeExpression NOW = new SqlTimeExpression("CURRENT_TIMESTAMP", List.of());

    static SqlTimeExpression never() {
        return NEVER;
    }

    static SqlTimeExpression now() {
        return NOW;
    }

    static SqlTimeExpression nowPlus(Duration duration, DatabaseDialect dialect) {
        if (duration.isZero()) {
            return NOW;
        }
        return switch (dialect) {
            case SQLITE -> new SqlTimeExpression("datetime('now', ?)", List.of(seconds(duration) + " seconds"));
            case POSTGRESQL ->
                new SqlTimeExpression("now() + CAST(? AS interval)", List.of(seconds(duration) + " seconds"));
        };
    }

    /** The time after the last planned one, or now if that has passed. */
    static SqlTimeExpression nextRunPlus(Duration duration, DatabaseDialect dialect) {
        return switch (dialect) {
            case SQLITE ->
                new SqlTimeExpression(
                        "max(datetime(next_run_start_at, ?), datetime('now'))",
                        List.of("+" + seconds(duration) + " seconds"));
            case POSTGRESQL ->
                new SqlTimeExpression(
                        "greatest(next_run_start_at + CAST(? AS interval), now())",
                        List.of(seconds(duration) + " seconds"));
        };
    }

    static SqlTimeExpression at(Instant time, DatabaseDialect dialect) {
        var whole = time.truncatedTo(ChronoUnit.MILLIS);
        return switch (dialect) {
            case SQLITE -> new SqlTimeExpression("datetime(?)", List.of(whole.toString()));
            case POSTGRESQL -> new SqlTimeExpression("CAST(? AS timestamptz)", List.of(whole.toString()));
        };
    }

    private static String seconds(Duration duration) {
        return JavaScriptNumber.format(duration.toMillis() / MILLISECONDS);
    }
}
