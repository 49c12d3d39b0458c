// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Files for databases that live as long as the process. True in-memory databases cannot be shared by a writer and readers
 * without locking whole tables.
 */
final class TemporaryDatabases {
    private @Nullable Path directory;

    synchronized Path file(String pluginId) {
        var present = directory;
        if (present == null) {
            present = create();
            directory = present;
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete, "temporary-databases"));
        }
        return present.resolve(pluginId + ".sqlite");
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("understudy-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void delete() {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
