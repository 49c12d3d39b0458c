// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zip archives; only their directory, at the end, can be believed, so they are read from a file. */
record ZipFormat(Path workingDirectory, TreeLimits limits) implements ArchiveFormat {
    @Override
    public String title() {
        return "ZipArchiveResponse";
    }

    @Override
    public void read(InputStream archive, Visitor visitor) throws IOException {
        var file = Files.createTempFile(workingDirectory, "backstage-tmp", ".zip");
        try {
            Files.copy(new LimitedStream(archive, limits.unpacked()), file, StandardCopyOption.REPLACE_EXISTING);
            try (var zip = new ZipFile(file.toFile())) {
                read(zip, visitor);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(ZipFile zip, Visitor visitor) throws IOException {
        if (zip.size() > limits.entries()) {
            throw new IOException("The archive has more than " + limits.entries() + " entries");
        }
        var left = limits.unpacked();
        for (var entry : Collections.list(zip.entries())) {
            var path = entry.getName().replace('\\', '/');
            try (var content = new LimitedStream(zip.getInputStream(entry), left, limits.unpacked())) {
                visitor.visit(new Entry(
                        path.endsWith("/") ? Kind.FOLDER : Kind.FILE,
                        path,
                        entry.getSize(),
                        "",
                        Optional.ofNullable(entry.getLastModifiedTime()).map(time -> time.toInstant()),
                        content));
                left = content.left();
            }
        }
    }

    @Override
    public InputStream pack(Path folder) throws IOException {
        var file = Files.createTempFile(folder.toAbsolutePath().getParent(), "backstage-", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .sorted()::iterator) {
                zip.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
