// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.defaults.redis.RedisAddress;
import dev.understudy.backend.defaults.redis.RedisConnection;
import dev.understudy.config.Config;
import java.time.Duration;
import java.time.InstantSource;

/** Counts the requests of each client. Thread-safe. Methods throw a {@link RuntimeException} when the store fails. */
interface RateLimitStore {
    /** How often a client came, and until when that counts, in milliseconds since 1970. */
    record Count(int hits, long resetAt) {}

    Count increment(String client);

    void decrement(String client);

    /**
     * The store that {@code backend.rateLimit.store} names.
     *
     * @param prefix what stands before a client in a store that others share
     */
    static RateLimitStore fromConfig(Config config, String prefix, Duration window, InstantSource clock) {
        var section = config.optionalConfig("backend.rateLimit.store");
        if (section.filter(store -> store.string("type").equals("redis")).isEmpty()) {
            return new RateLimitWindows(window, clock);
        }
        var url = section.get().string("connection");
        return new RedisRateLimitStore(new RedisConnection(RedisAddress.server(url)), prefix, window, clock);
    }
}
