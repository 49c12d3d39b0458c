// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a tree of files that are read one by one from a store, as many as a backend takes in. Not thread-safe. Backstage
 * counterpart: {@code fromReadableArray}.
 */
public final class StoredFiles {
    private final String root;
    private final UrlReaderTreeFilter filter;
    private final Path workingDirectory;
    private final TreeLimits limits;
    private final List<UrlReaderTree.File> files = new ArrayList<>();
    private long left;

    StoredFiles(String root, UrlReaderTreeFilter filter, Path workingDirectory, TreeLimits limits) {
        this.root = plain(root);
        this.filter = filter;
        this.workingDirectory = workingDirectory;
        this.limits = limits;
        this.left = limits.inMemory();
    }

    /**
     * Whether an object belongs into the tree. Markers of folders do not, nor does what only begins with the same
     * letters as the tree, nor what has dots for folders in its name.
     *
     * @param size in bytes; -1 if it is not known
     */
    public boolean wants(String name, long size) {
        return !name.endsWith("/") && isBelowRoot(plain(name)) && filter.accepts(relative(name), size);
    }

    private boolean isBelowRoot(String name) {
        return !StoreReading.hasDotSegments(name)
                && (root.isEmpty() || name.equals(root) || name.startsWith(root.endsWith("/") ? root : root + "/"));
    }

    /**
     * Adds a file.
     *
     * @param name of the object that {@link #wants} was asked about
     * @throws IOException if it cannot be read, or the tree becomes too large
     */
    public void add(String name, InputStream content, Optional<Instant> lastModifiedAt) throws IOException {
        if (files.size() == limits.entries()) {
            throw new IOException("The tree has more than " + limits.entries() + " files");
        }
        var limit = (int) Math.min(left, StoreReading.MAX_FILE);
        var bytes = StoreReading.bytes(
                content, limit, limit < StoreReading.MAX_FILE ? "What is left of the tree" : "The file " + name);
        left -= bytes.length;
        files.add(UrlReaderTree.File.of(relative(name), bytes, lastModifiedAt));
    }

    /** The tree of what was added. */
    public UrlReaderTree tree() {
        return new FileListTree(files, "", workingDirectory);
    }

    private String relative(String name) {
        var path = plain(name).substring(root.length());
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String plain(String name) {
        return name.replaceAll("/{2,}", "/").replaceFirst("^/", "");
    }
}
