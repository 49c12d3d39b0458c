// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Tar archives, compressed with gzip or not. */
record TarFormat(boolean stripFirstDirectory, TreeLimits limits) implements ArchiveFormat {
    @Override
    public String title() {
        return "TarArchiveResponse";
    }

    @Override
    public void read(InputStream archive, Visitor visitor) throws IOException {
        var headers = new HeaderLimit(new LimitedStream(unzipped(archive), limits.unpacked()));
        try (var tar = new TarArchiveInputStream(headers)) {
            var count = 0;
            for (var entry = next(tar, headers); entry != null; entry = next(tar, headers)) {
                if (++count > limits.entries()) {
                    throw new IOException("The archive has more than " + limits.entries() + " entries");
                }
                var kind = kind(entry);
                if (kind.isPresent()) {
                    visitor.visit(new Entry(
                            kind.get(),
                            path(entry.getName()),
                            entry.getSize(),
                            entry.getLinkName(),
                            Optional.of(entry.getLastModifiedTime().toInstant()),
                            tar));
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw new IOException("The archive is not a valid tar archive", malformed);
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, HeaderLimit headers) throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        headers.begin();
        var entry = tar.getNextEntry();
        headers.end();
        return entry;
    }

    /** Long names are read into memory, so they must not be longer than any name is. */
    private static final class HeaderLimit extends FilterInputStream {
        private static final int LARGEST = 1024 * 1024;

        private long left = Long.MAX_VALUE;

        HeaderLimit(InputStream in) {
            super(in);
        }

        void begin() {
            left = LARGEST;
        }

        void end() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = super.read(target, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("The archive has a header of more than " + LARGEST + " bytes");
            }
            return count;
        }
    }

    private String path(String name) {
        return stripFirstDirectory ? name.replaceFirst("^[^/]+/", "") : name;
    }

    /** Devices, pipes and hard links are none of them. */
    private static Optional<Kind> kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Optional.of(Kind.FOLDER);
        }
        if (entry.isSymbolicLink()) {
            return Optional.of(Kind.LINK);
        }
        return entry.isFile() && !entry.isLink() ? Optional.of(Kind.FILE) : Optional.empty();
    }

    private static InputStream unzipped(InputStream archive) throws IOException {
        var buffered = new BufferedInputStream(archive);
        buffered.mark(2);
        var zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered) : buffered;
    }

    @Override
    public InputStream pack(Path folder) throws IOException {
        var file = Files.createTempFile(folder.toAbsolutePath().getParent(), "backstage-", ".tar");
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file));
                var paths = Files.walk(folder)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var path :
                    (Iterable<Path>) paths.filter(path -> !path.equals(folder)).sorted()::iterator) {
                var name = folder.relativize(path).toString();
                tar.putArchiveEntry(tar.createArchiveEntry(path, name, LinkOption.NOFOLLOW_LINKS));
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(path, tar);
                }
                tar.closeArchiveEntry();
            }
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
