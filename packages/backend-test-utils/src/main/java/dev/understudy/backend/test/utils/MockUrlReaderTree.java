// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.errors.NotAllowedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in memory; their archive is a zip file. */
final class MockUrlReaderTree implements UrlReaderTree {
    private final Map<String, String> contents;
    private final String etag;
    private boolean read;

    MockUrlReaderTree(Map<String, String> contents, String etag) {
        this.contents = contents;
        this.etag = etag;
    }

    @Override
    public String etag() {
        return etag;
    }

    @Override
    public List<File> files() {
        readOnce();
        return contents.entrySet().stream()
                .map(file -> File.of(file.getKey(), file.getValue().getBytes(UTF_8), Optional.empty()))
                .toList();
    }

    @Override
    public InputStream archive() throws IOException {
        readOnce();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public Path dir() throws IOException {
        return dir(Files.createTempDirectory("backstage-"));
    }

    @Override
    public Path dir(Path target) throws IOException {
        readOnce();
        for (var file : contents.entrySet()) {
            var path = target.resolve(file.getKey()).normalize();
            if (!path.startsWith(target)) {
                throw new NotAllowedException("'" + file.getKey() + "' is outside of the target folder");
            }
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
        return target;
    }

    @Override
    public void close() {}

    private void readOnce() {
        if (read) {
            throw new IllegalStateException("Response has already been read");
        }
        read = true;
    }
}
