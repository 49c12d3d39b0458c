// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each client in memory. A client's window begins with its first request. Clients not seen for a whole
 * window are forgotten, and so are the longest unseen when there are very many, so that forged addresses cannot fill the
 * memory. Thread-safe.
 */
final class RateLimitWindows implements RateLimitStore {
    private static final int MOST_CLIENTS_PER_GENERATION = 100_000;

    private final long windowMillis;
    private final InstantSource clock;
    private Map<String, Window> present = new HashMap<>();
    private Map<String, Window> previous = new HashMap<>();
    private long nextGenerationAt;

    RateLimitWindows(Duration window, InstantSource clock) {
        this.windowMillis = window.toMillis();
        this.clock = clock;
        this.nextGenerationAt = clock.millis() + windowMillis;
    }

    private static final class Window {
        private int hits;
        private long resetAt;
    }

    @Override
    public synchronized Count increment(String client) {
        long now = clock.millis();
        turnGeneration(now);
        var window = windowOf(client);
        if (window.resetAt <= now) {
            window.hits = 0;
            window.resetAt = now + windowMillis;
        }
        window.hits++;
        return new Count(window.hits, window.resetAt);
    }

    @Override
    public synchronized void decrement(String client) {
        var window = windowOf(client);
        window.hits = Math.max(0, window.hits - 1);
    }

    private Window windowOf(String client) {
        @Nullable Window known = present.get(client);
        if (known != null) {
            return known;
        }
        var moved = previous.remove(client);
        var window = moved == null ? new Window() : moved;
        present.put(client, window);
        return window;
    }

    private void turnGeneration(long now) {
        if (now >= nextGenerationAt || present.size() >= MOST_CLIENTS_PER_GENERATION) {
            previous = present;
            present = new HashMap<>();
            nextGenerationAt = now + windowMillis;
        }
    }
}
