// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keys of an issuer whose URL may change from call to call, as discovery says. Keeps those of the last hundred URLs, and
 * allows ten early reloads per minute over all of them.
 */
final class JwksClient implements KeyFinder {
    private static final int MOST_URLS = 100;
    private static final int EARLY_RELOADS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Supplier<String> url;
    private final JwksFetch fetch;
    private final Clock clock;
    private final Map<String, RemoteJwkSet> sets = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Instant> earlyReloads = new ArrayDeque<>();

    JwksClient(Supplier<String> url, JwksFetch fetch, Clock clock) {
        this.url = url;
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public PublicKey find(Jwt token, JwsAlgorithm algorithm) throws JwtException {
        return current().find(token, algorithm);
    }

    /** Reads the keys unless they have been read. */
    void prepare() throws JwtException {
        current().prepare();
    }

    private RemoteJwkSet current() {
        var address = url.get();
        synchronized (sets) {
            var set = sets.computeIfAbsent(
                    address, text -> new RemoteJwkSet(URI.create(text), fetch, clock, this::mayReloadEarly));
            if (sets.size() > MOST_URLS) {
                sets.remove(sets.keySet().iterator().next());
            }
            return set;
        }
    }

    private boolean mayReloadEarly() {
        synchronized (earlyReloads) {
            var start = clock.instant().minus(WINDOW);
            while (!earlyReloads.isEmpty() && !earlyReloads.getFirst().isAfter(start)) {
                earlyReloads.removeFirst();
            }
            if (earlyReloads.size() >= EARLY_RELOADS) {
                return false;
            }
            earlyReloads.addLast(clock.instant());
            return true;
        }
    }
}
