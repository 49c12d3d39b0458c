// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.time.Instant;
import java.util.Optional;

/**
 * How to read. Immutable. Backstage counterparts: {@code UrlReaderServiceReadUrlOptions} and
 * {@code UrlReaderServiceSearchOptions}; to abort, interrupt the thread.
 *
 * @param etag what an earlier answer said; only what has changed since is read
 * @param lastModifiedAfter only what has changed since is read, where the host knows
 * @param token to use instead of the configured one, where the host takes it
 */
public record UrlReaderOptions(Optional<String> etag, Optional<Instant> lastModifiedAfter, Optional<String> token) {
    private static final UrlReaderOptions NONE =
            new UrlReaderOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /** No options. */
    public static UrlReaderOptions none() {
        return NONE;
    }

    /** With what an earlier answer said. */
    public UrlReaderOptions withEtag(String other) {
        return new UrlReaderOptions(Optional.of(other), lastModifiedAfter, token);
    }

    /** With a time. */
    public UrlReaderOptions withLastModifiedAfter(Instant other) {
        return new UrlReaderOptions(etag, Optional.of(other), token);
    }

    /** With a token. */
    public UrlReaderOptions withToken(String other) {
        return new UrlReaderOptions(etag, lastModifiedAfter, Optional.of(other));
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        return "UrlReaderOptions[etag=" + etag + ", lastModifiedAfter=" + lastModifiedAfter + ", token="
                + token.map(_ -> "***") + "]";
    }
}
