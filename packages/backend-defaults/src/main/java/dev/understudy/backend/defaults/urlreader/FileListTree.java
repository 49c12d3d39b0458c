// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.ChildPaths;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tree of files that are in memory already. */
final class FileListTree implements UrlReaderTree {
    private final List<File> files;
    private final String etag;
    private final Path workingDirectory;
    private final OneReading reading = new OneReading();

    FileListTree(List<File> files, String etag, Path workingDirectory) {
        this.files = files.stream().filter(file -> !file.path().endsWith("/")).toList();
        this.etag = etag;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public String etag() {
        return etag;
    }

    @Override
    public List<File> files() {
        reading.start();
        return files;
    }

    @Override
    public InputStream archive() throws IOException {
        var folder = dir();
        try {
            return new TarFormat(false, TreeLimits.DEFAULT).pack(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    @Override
    public Path dir() throws IOException {
        var folder = Files.createTempDirectory(workingDirectory, "backstage-");
        try {
            return dir(folder);
        } catch (IOException | RuntimeException failure) {
            Folders.delete(folder);
            throw failure;
        }
    }

    @Override
    public Path dir(Path target) throws IOException {
        reading.start();
        for (var file : files) {
            var path = ChildPaths.resolveSafeChildPath(target, file.path());
            Folders.createParent(path);
            Files.write(path, file.content());
        }
        return target;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
