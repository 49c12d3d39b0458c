// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.errors.NotAllowedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in memory, to be read once; the archive is a zip. */
final class MockUrlReaderTree implements UrlReaderTree {
    private final String etag;
    private final List<File> files;
    private boolean read;

    MockUrlReaderTree(String etag, List<File> files) {
        this.etag = etag;
        this.files = files;
    }

    @Override
    public String etag() {
        return etag;
    }

    @Override
    public List<File> files() {
        if (read) {
            throw new IllegalStateException("Response has already been read");
        }
        read = true;
        return files;
    }

    @Override
    public InputStream archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files()) {
                zip.putNextEntry(new ZipEntry(file.path()));
                zip.write(file.content());
                zip.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public Path dir() throws IOException {
        return dir(Files.createTempDirectory("mock-url-reader-"));
    }

    @Override
    public Path dir(Path target) throws IOException {
        var root = target.toAbsolutePath().normalize();
        for (var file : files()) {
            var path = root.resolve(file.path()).normalize();
            if (!path.startsWith(root)) {
                throw new NotAllowedException(
                        "Relative path is not allowed to refer to a directory outside its parent");
            }
            Files.createDirectories(path.getParent());
            Files.write(path, file.content());
        }
        return target;
    }

    @Override
    public void close() {}
}
