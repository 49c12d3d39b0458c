// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys at a URL, read again every ten minutes and when a token names an unknown one. So that forged tokens cannot make it
 * read all the time, it rests half a minute in between, except as often as {@code mayReloadEarly} allows.
 */
final class RemoteJwkSet implements KeyFinder {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private record Loaded(JwkSet keys, Instant at, int reading) {}

    private final URI url;
    private final JwksFetch fetch;
    private final Clock clock;
    private final BooleanSupplier mayReloadEarly;
    private volatile @Nullable Loaded loaded;

    RemoteJwkSet(URI url, JwksFetch fetch, Clock clock, BooleanSupplier mayReloadEarly) {
        this.url = url;
        this.fetch = fetch;
        this.clock = clock;
        this.mayReloadEarly = mayReloadEarly;
    }

    @Override
    public PublicKey find(Jwt token, JwsAlgorithm algorithm) throws JwtException {
        var present = fresh();
        var key = present.keys().find(token, algorithm);
        if (key.isEmpty() && mayReload(present)) {
            key = reload(present).keys().find(token, algorithm);
        }
        return key.orElseThrow(() -> new JwtException("no applicable key found in the JSON Web Key Set"));
    }

    /** Reads the keys unless they have been read. */
    void prepare() throws JwtException {
        fresh();
    }

    private Loaded fresh() throws JwtException {
        var present = loaded;
        return present == null || age(present).compareTo(LIFETIME) >= 0 ? reload(present) : present;
    }

    private boolean mayReload(Loaded present) {
        return age(present).compareTo(REST) >= 0 || mayReloadEarly.getAsBoolean();
    }

    private Duration age(Loaded present) {
        return Duration.between(present.at(), clock.instant());
    }

    /** Reads once for all who saw the same keys and found them wanting. */
    private synchronized Loaded reload(@Nullable Loaded seen) throws JwtException {
        var present = loaded;
        var readings = present == null ? 0 : present.reading();
        if (present != null && (seen == null || seen.reading() < readings)) {
            return present;
        }
        var read = new Loaded(read(), clock.instant(), readings + 1);
        loaded = read;
        return read;
    }

    private JwkSet read() throws JwtException {
        var answer = answer();
        if (answer.status() != 200) {
            throw new JwtException("Failed to fetch jwks.json, " + answer.status());
        }
        return JwkSet.parse(answer.body());
    }

    private JwksFetch.Answer answer() throws JwtException {
        try {
            return fetch.get(url);
        } catch (IOException failure) {
            throw new JwtException("Failed to fetch " + url, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new JwtException("Interrupted while fetching " + url, interruption);
        }
    }
}
