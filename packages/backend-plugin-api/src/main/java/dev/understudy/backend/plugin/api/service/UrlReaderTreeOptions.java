// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Optional;

/**
 * How to read a tree. Immutable. Backstage counterpart: {@code UrlReaderServiceReadTreeOptions}.
 *
 * @param etag what an earlier answer said; the tree is only read if it has changed since
 * @param token to use instead of the configured one, where the host takes it
 * @param filter which files to read
 */
public record UrlReaderTreeOptions(Optional<String> etag, Optional<String> token, UrlReaderTreeFilter filter) {
    private static final UrlReaderTreeOptions NONE =
            new UrlReaderTreeOptions(Optional.empty(), Optional.empty(), (_, _) -> true);

    /** No options. */
    public static UrlReaderTreeOptions none() {
        return NONE;
    }

    /** With what an earlier answer said. */
    public UrlReaderTreeOptions withEtag(String other) {
        return new UrlReaderTreeOptions(Optional.of(other), token, filter);
    }

    /** With a token. */
    public UrlReaderTreeOptions withToken(String other) {
        return new UrlReaderTreeOptions(etag, Optional.of(other), filter);
    }

    /** With a filter. */
    public UrlReaderTreeOptions withFilter(UrlReaderTreeFilter other) {
        return new UrlReaderTreeOptions(etag, token, other);
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        return "UrlReaderTreeOptions[etag=" + etag + ", token=" + token.map(_ -> "***") + "]";
    }
}
