// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.ChildPaths;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.errors.TypeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A tree in an archive. */
final class ArchiveTree implements UrlReaderTree {
    private final TreeSource source;
    private final ArchiveFormat format;
    private final Path workingDirectory;
    private final TreeLimits limits;
    private final OneReading reading = new OneReading();

    ArchiveTree(TreeSource source, ArchiveFormat format, Path workingDirectory, TreeLimits limits) {
        if (source.subpath().startsWith("/")) {
            throw new TypeException(
                    format.title() + " subPath must not start with a /, got '" + source.subpath() + "'");
        }
        this.source = source;
        this.format = format;
        this.workingDirectory = workingDirectory;
        this.limits = limits;
    }

    @Override
    public String etag() {
        return source.etag();
    }

    @Override
    public List<File> files() throws IOException {
        reading.start();
        var files = new ArrayList<File>();
        try (var archive = source.archive()) {
            var left = new long[] {limits.inMemory()};
            format.read(archive, entry -> {
                if (entry.kind() == ArchiveFormat.Kind.FILE && counts(entry)) {
                    var content = content(entry, left[0]);
                    left[0] -= content.length;
                    files.add(File.of(inner(entry), content, entry.lastModifiedAt()));
                }
            });
        }
        return List.copyOf(files);
    }

    private byte[] content(ArchiveFormat.Entry entry, long left) throws IOException {
        var content = entry.content().readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
        if (content.length > left) {
            throw new IOException("The files in the archive have more than " + limits.inMemory() + " bytes");
        }
        return content;
    }

    @Override
    public InputStream archive() throws IOException {
        if (source.subpath().isEmpty()) {
            reading.start();
            return source.archive();
        }
        var folder = dir();
        try {
            return format.pack(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    @Override
    public Path dir() throws IOException {
        reading.start();
        var folder = Files.createTempDirectory(workingDirectory, "backstage-");
        try {
            unpack(folder);
            return folder;
        } catch (IOException | RuntimeException failure) {
            Folders.delete(folder);
            throw failure;
        }
    }

    @Override
    public Path dir(Path target) throws IOException {
        reading.start();
        unpack(target);
        return target;
    }

    private void unpack(Path folder) throws IOException {
        var links = new TreeLinks(folder);
        try (var archive = source.archive()) {
            format.read(archive, entry -> {
                if (counts(entry) && !inner(entry).isEmpty()) {
                    unpack(folder, entry.withPath(inner(entry)), links);
                }
            });
        }
        // last, so that nothing is written through a link
        links.create();
    }

    private static void unpack(Path folder, ArchiveFormat.Entry entry, TreeLinks links) throws IOException {
        switch (entry.kind()) {
            case FOLDER -> Files.createDirectories(ChildPaths.resolveSafeChildPath(folder, entry.path()));
            case LINK -> links.add(entry.path(), entry.target());
            case FILE -> {
                var file = ChildPaths.resolveSafeChildPath(folder, entry.path());
                Folders.createParent(file);
                if (Files.isSymbolicLink(file)) {
                    Files.delete(file);
                }
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(entry.content(), file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private boolean counts(ArchiveFormat.Entry entry) {
        return entry.path().startsWith(source.prefix()) && source.filter().accepts(inner(entry), entry.size());
    }

    private String inner(ArchiveFormat.Entry entry) {
        return entry.path().substring(source.prefix().length());
    }

    @Override
    public void close() throws IOException {
        source.archive().close();
    }
}
