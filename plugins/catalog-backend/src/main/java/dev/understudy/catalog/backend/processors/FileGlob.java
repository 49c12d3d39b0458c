// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.types.GlobPattern;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the files that a path with wildcards stands for, in alphabetical order. */
final class FileGlob {
    private FileGlob() {}

    static List<Path> find(String pattern) throws IOException {
        if (!GlobPattern.isPattern(pattern)) {
            var file = Path.of(pattern);
            return Files.exists(file) ? List.of(file) : List.of();
        }
        var root = root(pattern);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var glob = GlobPattern.of(Path.of(pattern).normalize().toString());
        var depth =
                pattern.contains("**") ? Integer.MAX_VALUE : Path.of(pattern).getNameCount();
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, Set.of(), depth, collector(glob, found));
        found.sort(null);
        return found;
    }

    private static Path root(String pattern) {
        var wildcard = 0;
        while (!GlobPattern.isPattern(pattern.substring(0, wildcard + 1))) {
            wildcard++;
        }
        var slash = pattern.lastIndexOf('/', wildcard);
        if (slash < 0) {
            return Path.of("");
        }
        return slash == 0 ? Path.of("/") : Path.of(pattern.substring(0, slash));
    }

    private static SimpleFileVisitor<Path> collector(GlobPattern glob, List<Path> found) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (glob.matches(file.normalize().toString())) {
                    found.add(file.normalize());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // what may not be looked into cannot match either
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
