// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A kind of archive. */
interface ArchiveFormat {
    /** What the archive is called in messages. */
    String title();

    /** Reads an archive through. */
    void read(InputStream archive, Visitor visitor) throws IOException;

    /** Packs a folder again. */
    InputStream pack(Path folder) throws IOException;

    /** Sees every entry. */
    @FunctionalInterface
    interface Visitor {
        void visit(Entry entry) throws IOException;
    }

    /** What an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /**
     * An entry.
     *
     * @param path without the first folder, if that does not count
     * @param size as the archive says
     * @param target of a link
     * @param content to be read while it is visited
     */
    record Entry(
            Kind kind, String path, long size, String target, Optional<Instant> lastModifiedAt, InputStream content) {
        Entry withPath(String other) {
            return new Entry(kind, other, size, target, lastModifiedAt, content);
        }
    }
}
