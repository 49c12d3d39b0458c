// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.ConfigException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The schemas of a class path in one file, which whoever packages an application writes. To look for them, every archive
 * would have to be opened, and that is a third of the time that a start takes.
 */
final class PreparedSchemas {
    private PreparedSchemas() {}

    /** What the file holds, or nothing when there is none. */
    static Optional<List<SchemaDocument>> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readTree(Files.readAllBytes(file)).properties().stream()
                    .map(entry -> new SchemaDocument(entry.getKey(), entry.getValue()))
                    .toList());
        } catch (IOException | JacksonException failure) {
            throw new ConfigException(
                    "Failed to read prepared config schemas at " + file + ", " + failure.getMessage(), failure);
        }
    }

    static void write(List<SchemaDocument> documents, Path file) throws IOException {
        var schemas = JsonNodeFactory.instance.objectNode();
        documents.forEach(document -> schemas.set(document.name(), document.schema()));
        Files.writeString(file, schemas.toString());
    }
}
