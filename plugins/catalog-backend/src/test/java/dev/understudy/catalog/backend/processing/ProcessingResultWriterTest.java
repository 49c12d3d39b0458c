// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.catalog.backend.database.CatalogMigrations;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.model.Entity;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

final class ProcessingResultWriterTest {
    private static final String OLD = "{\"ttl\":3,\"cache\":{\"etag\":\"old\"}}";
    private static final String NEW = "{\"ttl\":5,\"cache\":{\"etag\":\"new\"}}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void storesWhatProcessorsRememberWhateverBecomesOfTheResult(DatabaseDialect dialect) {
        try (var database = TestDatabase.create(dialect, directory)) {
            CatalogMigrations.apply(database);
            var sql = Sql.writing(database);
            var changed = processed("changed", "", "new");
            var remembers = processed("remembers", "", "old");
            var same = processed("same", processed("same", "", "new").hash(List.of()), "new");
            var taken = processed("taken", "", "new");
            var items = List.of(changed, remembers, same, taken);
            items.forEach(item -> insert(sql, item.item().entityRef(), item == taken ? "other" : "mine"));

            sql.inTransaction(transaction -> ProcessingResultWriter.write(transaction, items, new ErrorWording()));

            assertThat(stored(sql, "cache")).containsExactly(NEW, OLD, NEW, NEW);
            assertThat(stored(sql, "result_hash"))
                    .containsExactly(changed.hash(List.of()), remembers.hash(List.of()), "none", "none");
        }
    }

    private static ProcessedItem processed(String name, String resultHash, String etag) {
        var entity = new Entity(json("{\"apiVersion\":\"a/v1\",\"kind\":\"Component\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"default\"}}"));
        var item = new RefreshStateItem(ref(name), ref(name), entity, resultHash, json(OLD), Optional.of("mine"), 0);
        return new ProcessedItem(
                item,
                new EntityProcessingResult.Completed(
                        entity, List.of(), List.of(), List.of(), json("{\"etag\":\"" + etag + "\"}")));
    }

    private static String ref(String name) {
        return "component:default/" + name;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text);
    }

    private static void insert(Sql sql, String ref, String locationKey) {
        sql.update(
                "insert into refresh_state (entity_id, entity_ref, unprocessed_entity, errors, result_hash, cache,"
                        + " location_key, next_update_at, last_discovery_at)"
                        + " values (?, ?, '{}', '[]', 'none', ?, ?, current_timestamp, current_timestamp)",
                ref,
                ref,
                OLD,
                locationKey);
    }

    private static List<String> stored(Sql sql, String column) {
        return sql.query("select " + column + " from refresh_state order by entity_ref", row -> row.getString(1));
    }
}
