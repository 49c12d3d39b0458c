// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What tells one version of a file from another, symbolic links followed. */
record FileState(
        boolean exists,
        @Nullable FileTime modified,
        long size,
        @Nullable Object identity) {
    private static final FileState ABSENT = new FileState(false, null, 0, null);

    static FileState of(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(true, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException _) {
            return ABSENT;
        }
    }
}
