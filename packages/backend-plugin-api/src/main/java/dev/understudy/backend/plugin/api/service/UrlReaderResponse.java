// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** A file that was read. Immutable. Backstage counterpart: {@code UrlReaderServiceReadUrlResponse}. */
public final class UrlReaderResponse {
    private final byte[] content;
    private final Optional<String> etag;
    private final Optional<Instant> lastModifiedAt;

    private UrlReaderResponse(byte[] content, Optional<String> etag, Optional<Instant> lastModifiedAt) {
        this.content = content;
        this.etag = etag;
        this.lastModifiedAt = lastModifiedAt;
    }

    /** The content is not copied and must not be changed any more. */
    public static UrlReaderResponse of(byte[] content, Optional<String> etag, Optional<Instant> lastModifiedAt) {
        return new UrlReaderResponse(content, etag, lastModifiedAt);
    }

    /** The file; not to be changed. */
    public byte[] content() {
        return content;
    }

    /** The file as a stream, as often as wanted; there is nothing to close. */
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** Identifies this version of the file. */
    public Optional<String> etag() {
        return etag;
    }

    /** When the file last changed. */
    public Optional<Instant> lastModifiedAt() {
        return lastModifiedAt;
    }
}
