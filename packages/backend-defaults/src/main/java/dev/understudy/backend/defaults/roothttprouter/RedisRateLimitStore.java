// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.defaults.redis.RedisConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Counts in Redis, under the keys of {@code rate-limit-redis}, so that all processes of both systems count together. */
record RedisRateLimitStore(RedisConnection connection, String prefix, Duration window, InstantSource clock)
        implements RateLimitStore {
    /** The prefix that {@code rate-limit-redis} takes when it is given none. */
    static final String DEFAULT_PREFIX = "rl:";

    private static final String INCREMENT = """
            local left = redis.call('PTTL', KEYS[1])
            if left > 0 then
              return {redis.call('INCR', KEYS[1]), left}
            end
            redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])
            return {1, tonumber(ARGV[1])}
            """;

    @Override
    public Count increment(String client) {
        var milliseconds = Long.toString(window.toMillis());
        var answer = connection.client().eval(INCREMENT, List.of(prefix + client), List.of(milliseconds));
        if (answer instanceof List<?> values
                && values.size() == 2
                && values.get(0) instanceof Long hits
                && values.get(1) instanceof Long left) {
            return new Count(Math.clamp(hits, 0, Integer.MAX_VALUE), clock.millis() + left);
        }
        throw new IllegalStateException("Redis did not answer with two numbers when it counted a request");
    }

    @Override
    public void decrement(String client) {
        connection.client().decr(prefix + client);
    }
}
