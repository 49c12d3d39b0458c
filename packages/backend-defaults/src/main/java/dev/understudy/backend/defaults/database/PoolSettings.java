// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * The size and patience of a pool, in knex's terms; times in milliseconds.
 *
 * @param lifetime for how long a connection is used; 0 for as long as the pool likes
 */
record PoolSettings(
        int minimum, int maximum, long acquireTimeout, long createTimeout, long idleTimeout, long lifetime) {
    private static final long SHORTEST_ACQUIRE_TIMEOUT = 250;
    private static final long SHORTEST_IDLE_TIMEOUT = 10_000;
    private static final long SHORTEST_LIFETIME = 30_000;

    static PoolSettings fromKnexConfig(JsonNode knexConfig) {
        var pool = knexConfig.path("pool");
        var maximum = Math.max(1, pool.path("max").asInt(10));
        return new PoolSettings(
                Math.clamp(pool.path("min").asInt(2), 0, maximum),
                maximum,
                acquireTimeout(knexConfig.path("acquireConnectionTimeout"), pool.path("acquireTimeoutMillis")),
                pool.path("createTimeoutMillis").asLong(30_000),
                pool.path("idleTimeoutMillis").asLong(30_000),
                pool.path("maxConnectionLifetimeMillis").asLong(0));
    }

    private static long acquireTimeout(JsonNode ofKnex, JsonNode ofPool) {
        return LongStream.of(ofKnex.asLong(Long.MAX_VALUE), ofPool.asLong(Long.MAX_VALUE))
                .filter(timeout -> timeout != Long.MAX_VALUE)
                .min()
                .orElse(60_000);
    }

    void applyTo(HikariConfig config) {
        config.setMinimumIdle(minimum);
        config.setMaximumPoolSize(maximum);
        config.setConnectionTimeout(Math.max(acquireTimeout, SHORTEST_ACQUIRE_TIMEOUT));
        config.setIdleTimeout(minimum == maximum ? 0 : Math.max(idleTimeout, SHORTEST_IDLE_TIMEOUT));
        if (lifetime > 0) {
            config.setMaxLifetime(Math.max(lifetime, SHORTEST_LIFETIME));
        }
    }
}
