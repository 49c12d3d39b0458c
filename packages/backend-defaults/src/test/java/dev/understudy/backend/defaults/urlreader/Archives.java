// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives for tests, good and hostile. */
final class Archives {
    private Archives() {}

    /** Builds a compressed tar archive. */
    static final class Tar {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar;

        Tar() {
            try {
                tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        Tar file(String path, String content) {
            var entry = new TarArchiveEntry(path, true);
            entry.setSize(content.getBytes(UTF_8).length);
            return add(entry, content.getBytes(UTF_8));
        }

        /** The header for a long name, as GNU's tar writes it. */
        Tar longName(int length) {
            var entry = new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(length);
            return add(entry, new byte[length]);
        }

        Tar folder(String path) {
            return add(new TarArchiveEntry(path, true), new byte[0]);
        }

        Tar link(String path, String target) {
            return link(path, target, TarConstants.LF_SYMLINK);
        }

        Tar hardLink(String path, String target) {
            return link(path, target, TarConstants.LF_LINK);
        }

        private Tar link(String path, String target, byte type) {
            var entry = new TarArchiveEntry(path, type, true);
            entry.setLinkName(target);
            return add(entry, new byte[0]);
        }

        private Tar add(TarArchiveEntry entry, byte[] content) {
            try {
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
                return this;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        byte[] bytes() {
            try {
                tar.close();
                return bytes.toByteArray();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static Tar tar() {
        return new Tar();
    }

    /** A zip archive of paths and contents, in turn. */
    static byte[] zip(String... pathsAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var at = 0; at < pathsAndContents.length; at += 2) {
                zip.putNextEntry(new ZipEntry(pathsAndContents[at]));
                zip.write(pathsAndContents[at + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
