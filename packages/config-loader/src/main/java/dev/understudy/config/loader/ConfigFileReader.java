// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the files of one source and remembers in which state it found them. */
final class ConfigFileReader {
    private static final int MAXIMUM_BYTES = 16 * 1024 * 1024;
    private static final int RETRY_MILLISECONDS = 10;

    private final Map<Path, FileState> states = new LinkedHashMap<>();

    FileSnapshot snapshot() {
        return new FileSnapshot(states);
    }

    String readIncluded(Path path) throws IOException {
        return readIfExists(path)
                .orElseThrow(() -> new NotFoundException("failed to include \"" + path + "\", file does not exist"));
    }

    Optional<String> readIfExists(Path path) throws IOException {
        // before reading, so that a change while reading is noticed later
        states.put(path, FileState.of(path));
        try {
            var text = readText(path);
            return Optional.of(text.isEmpty() ? readAgain(path) : text);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** An empty file may be one that is just being written. */
    private static String readAgain(Path path) throws IOException {
        try {
            Thread.sleep(RETRY_MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return readText(path);
    }

    private static String readText(Path path) throws IOException {
        try (InputStream input = Files.newInputStream(path)) {
            var bytes = input.readNBytes(MAXIMUM_BYTES + 1);
            if (bytes.length > MAXIMUM_BYTES) {
                throw new IOException("file \"" + path + "\" is larger than 16 MiB");
            }
            return new String(bytes, UTF_8);
        }
    }
}
