// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariConfig;
import tools.jackson.databind.JsonNode;

/** The size and patience of a pool, in knex's terms; times in milliseconds. */
record PoolSettings(int minimum, int maximum, long acquireTimeout, long idleTimeout) {
    private static final long SHORTEST_ACQUIRE_TIMEOUT = 250;
    private static final long SHORTEST_IDLE_TIMEOUT = 10_000;

    static PoolSettings fromKnexConfig(JsonNode knexConfig) {
        var pool = knexConfig.path("pool");
        var patience = knexConfig.path("acquireConnectionTimeout").asLong(60_000);
        var maximum = Math.max(1, pool.path("max").asInt(10));
        return new PoolSettings(
                Math.clamp(pool.path("min").asInt(2), 0, maximum),
                maximum,
                pool.path("acquireTimeoutMillis").asLong(patience),
                pool.path("idleTimeoutMillis").asLong(30_000));
    }

    void applyTo(HikariConfig config) {
        config.setMinimumIdle(minimum);
        config.setMaximumPoolSize(maximum);
        config.setConnectionTimeout(Math.max(acquireTimeout, SHORTEST_ACQUIRE_TIMEOUT));
        config.setIdleTimeout(minimum == maximum ? 0 : Math.max(idleTimeout, SHORTEST_IDLE_TIMEOUT));
    }
}
