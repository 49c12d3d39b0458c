// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file that configuration refers to. */
@FunctionalInterface
public interface IncludeFileReader {
    /**
     * The file's text.
     *
     * @throws dev.understudy.errors.NotFoundException if there is no such file
     */
    String read(Path path) throws IOException;
}
