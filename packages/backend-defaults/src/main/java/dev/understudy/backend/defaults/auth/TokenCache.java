// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a minute at most what came of costly work on tokens; the thousand that were asked for last. Only success
 * is remembered. Thread-safe.
 */
final class TokenCache<T> {
    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Entry<T>(T value, Instant until) {}

    private final Clock clock;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<T> find(String token) {
        var entry = entries.get(token);
        if (entry == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(entry.until())) {
            return Optional.of(entry.value());
        }
        entries.remove(token);
        return Optional.empty();
    }

    synchronized void put(String token, T value, Instant expiry) {
        var latest = clock.instant().plus(LONGEST);
        entries.put(token, new Entry<>(value, expiry.isBefore(latest) ? expiry : latest));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
