// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files of a tree. They are read once, in one of three ways; closing it without is fine. Not thread-safe. Backstage
 * counterpart: {@code UrlReaderServiceReadTreeResponse}.
 */
public interface UrlReaderTree extends AutoCloseable {
    /** Identifies this version of the tree; empty when it is not known. */
    String etag();

    /**
     * All files, in memory.
     *
     * @throws IllegalStateException if the tree was read before
     * @throws IOException if it cannot be read, or is larger than a backend takes in
     */
    List<File> files() throws IOException;

    /**
     * All files in one archive, of the kind the host has. The caller closes it.
     *
     * @throws IllegalStateException if the tree was read before
     */
    InputStream archive() throws IOException;

    /**
     * All files in a new folder below {@code backend.workingDirectory}, for the caller to delete.
     *
     * @throws IllegalStateException if the tree was read before
     */
    Path dir() throws IOException;

    /**
     * All files in a folder.
     *
     * @throws IllegalStateException if the tree was read before
     * @throws dev.understudy.errors.NotAllowedException if a file would be outside of it
     */
    Path dir(Path target) throws IOException;

    @Override
    void close() throws IOException;

    /** A file of a tree. Immutable. */
    final class File {
        private final String path;
        private final byte[] content;
        private final Optional<Instant> lastModifiedAt;

        private File(String path, byte[] content, Optional<Instant> lastModifiedAt) {
            this.path = path;
            this.content = content;
            this.lastModifiedAt = lastModifiedAt;
        }

        /** The content is not copied and must not be changed any more. */
        public static File of(String path, byte[] content, Optional<Instant> lastModifiedAt) {
            return new File(path, content, lastModifiedAt);
        }

        /** Where it is, below what was asked for. */
        public String path() {
            return path;
        }

        /** What is in it; not to be changed. */
        public byte[] content() {
            return content;
        }

        /** When it last changed. */
        public Optional<Instant> lastModifiedAt() {
            return lastModifiedAt;
        }
    }
}
