// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeFilter;
import dev.understudy.config.Config;
import java.nio.file.Path;
import java.util.List;

/** Makes trees of what readers have read. Thread-safe. Backstage counterpart of the same name. */
public final class ReadTreeResponseFactory {
    private final Path workingDirectory;
    private final TreeLimits limits;

    ReadTreeResponseFactory(Path workingDirectory, TreeLimits limits) {
        this.workingDirectory = workingDirectory;
        this.limits = limits;
    }

    /** Unpacks into {@code backend.workingDirectory}, or the system's folder for temporary files. */
    public static ReadTreeResponseFactory fromConfig(Config config) {
        var folder = config.optionalString("backend.workingDirectory").orElse(System.getProperty("java.io.tmpdir"));
        return new ReadTreeResponseFactory(Path.of(folder), TreeLimits.DEFAULT);
    }

    /**
     * A tree from a tar archive, compressed with gzip or not.
     *
     * @throws dev.understudy.errors.TypeException if the subpath starts with a slash
     */
    public UrlReaderTree fromTarArchive(TreeSource source) {
        return new ArchiveTree(source, new TarFormat(source.stripFirstDirectory(), limits), workingDirectory, limits);
    }

    /**
     * A tree from a zip archive.
     *
     * @throws dev.understudy.errors.TypeException if the subpath starts with a slash
     */
    public UrlReaderTree fromZipArchive(TreeSource source) {
        return new ArchiveTree(source, new ZipFormat(workingDirectory, limits), workingDirectory, limits);
    }

    /** A tree from files that were read one by one. */
    public UrlReaderTree fromFiles(List<UrlReaderTree.File> files, String etag) {
        return new FileListTree(files, etag, workingDirectory);
    }

    /** A tree from the objects below a name in a store, which are yet to be added. */
    public StoredFiles storedFiles(String root, UrlReaderTreeFilter filter) {
        return new StoredFiles(root, filter, workingDirectory, limits);
    }
}
