// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Backstage 1.55.0 had in its database after it took in a catalog with a bit of everything. */
public final class RecordedCatalog {
    private RecordedCatalog() {}

    /** All entities. */
    public static List<RecordedEntity> entities() {
        try (var stream = RecordedCatalog.class.getResourceAsStream("recorded-catalog.jsonl")) {
            if (stream == null) {
                throw new IllegalStateException("The recording is missing");
            }
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> new RecordedEntity(Json.mapper().readTree(line)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One entity in all its stages. */
    public record RecordedEntity(JsonNode json) {
        /** The text of a column. */
        public Optional<String> text(String column) {
            return Optional.of(json.path(column)).filter(JsonNode::isString).map(JsonNode::stringValue);
        }

        public String entityRef() {
            return text("entityRef").orElseThrow();
        }

        /** Rows of texts. */
        public List<List<@Nullable String>> rows(String name) {
            return StreamSupport.stream(json.path(name).spliterator(), false)
                    .map(RecordedEntity::row)
                    .toList();
        }

        private static List<@Nullable String> row(JsonNode row) {
            return StreamSupport.stream(row.spliterator(), false)
                    .map(value -> value.isNull() ? null : value.stringValue())
                    .toList();
        }

        /** A list of texts. */
        public List<String> texts(String name) {
            return StreamSupport.stream(json.path(name).spliterator(), false)
                    .map(JsonNode::stringValue)
                    .toList();
        }

        @Override
        public String toString() {
            return entityRef();
        }
    }
}
