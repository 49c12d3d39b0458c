// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Where databases are: the section {@code backend.database}, and how to delete what came to be there. */
record TestDatabaseLocation(Map<String, Object> config, Runnable deletion) {
    static TestDatabaseLocation of(TestDatabaseId id) {
        return switch (id) {
            case SQLITE_3 ->
                new TestDatabaseLocation(Map.of("client", "better-sqlite3", "connection", ":memory:"), () -> {});
            case SQLITE_3_FILE -> directory();
            case POSTGRES_18 -> {
                var prefix = TestPostgres.newPrefix();
                yield new TestDatabaseLocation(TestPostgres.config(prefix), () -> TestPostgres.dropAll(prefix));
            }
        };
    }

    void delete() {
        deletion.run();
    }

    private static TestDatabaseLocation directory() {
        try {
            var directory = Files.createTempDirectory("test-databases-");
            var connection = Map.of("directory", directory.toString());
            return new TestDatabaseLocation(
                    Map.of("client", "better-sqlite3", "connection", connection), () -> delete(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
