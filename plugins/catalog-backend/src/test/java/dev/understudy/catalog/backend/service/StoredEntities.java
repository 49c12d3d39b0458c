// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.catalog.backend.database.CatalogMigrations;
import dev.understudy.types.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Puts entities into the database as stitching leaves them. */
final class StoredEntities {
    private final Sql sql;

    private StoredEntities(Sql sql) {
        this.sql = sql;
    }

    static StoredEntities in(TestDatabase database) {
        CatalogMigrations.apply(database);
        return new StoredEntities(Sql.writing(database));
    }

    void inTransaction(Consumer<StoredEntities> work) {
        sql.inTransaction(transaction -> {
            work.accept(new StoredEntities(transaction));
            return 0;
        });
    }

    /**
     * @param id stands in for the uid, and so in the order of ids
     */
    StoredEntities add(String id, String json) {
        var entity = Json.mapper().readTree(json);
        var ref = (entity.path("kind").asString("") + ":"
                        + entity.at("/metadata/namespace").asString("default") + "/"
                        + entity.at("/metadata/name").asString(""))
                .toLowerCase(Locale.ROOT);
        var now = Instant.EPOCH;
        sql.update(
                "INSERT INTO refresh_state (entity_id, entity_ref, unprocessed_entity, errors, next_update_at,"
                        + " last_discovery_at) VALUES (?, ?, '{}', '[]', ?, ?)",
                id,
                ref,
                now,
                now);
        sql.update(
                "INSERT INTO final_entities (entity_id, hash, final_entity, entity_ref) VALUES (?, 'h', ?, ?)",
                id,
                json,
                ref);
        var rows = new TreeMap<String, String>();
        collect(rows, "", entity);
        rows.put("metadata.uid", id);
        rows.putIfAbsent("metadata.namespace", "default");
        rows.forEach((row, value) -> addRow(id, row, value));
        return this;
    }

    private static void collect(Map<String, String> rows, String path, JsonNode value) {
        if (value.isObject()) {
            value.forEachEntry((key, child) -> collect(rows, path.isEmpty() ? key : path + "." + key, child));
        } else if (value.isArray()) {
            value.forEach(item -> rows.put(path + "#" + item.asString(), item.asString()));
            value.forEach(item -> rows.put(path + "." + item.asString(), "true"));
        } else {
            rows.put(path, value.asString());
        }
    }

    private void addRow(String id, String row, String value) {
        var hash = row.indexOf('#');
        var key = (hash < 0 ? row : row.substring(0, hash)).toLowerCase(Locale.ROOT);
        sql.update(
                "INSERT INTO search (entity_id, key, value, original_value) VALUES (?, ?, ?, ?)",
                id,
                key,
                value.toLowerCase(Locale.ROOT),
                value);
    }

    StoredEntities addSearchRow(String id, String key, String value) {
        addRow(id, key + "#" + value, value);
        return this;
    }

    StoredEntities emits(String parentRef, String childRef) {
        sql.update(
                "INSERT INTO refresh_state_references (source_entity_ref, target_entity_ref) VALUES (?, ?)",
                parentRef,
                childRef);
        return this;
    }

    Sql sql() {
        return sql;
    }
}
