// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps a token until 10 minutes before it expires. Thread-safe. */
final class CachedToken {
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Source source;
    private EntraTokens.@Nullable Token cached;

    /** Has a new token. */
    @FunctionalInterface
    interface Source {
        EntraTokens.Token token() throws IOException, InterruptedException;
    }

    CachedToken(Source source) {
        this.source = source;
    }

    synchronized Secret get() throws IOException, InterruptedException {
        var token = cached;
        if (token == null
                || Clock.systemUTC().instant().isAfter(token.expiresAt().minus(MARGIN))) {
            token = source.token();
            cached = token;
        }
        return token.value();
    }
}
