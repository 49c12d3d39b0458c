// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores entities to be processed, in bulk: new ones, and new versions of those that are there. */
public final class UnprocessedEntities {
    private static final int MAX_ROUNDS = 5;

    private final Sql sql;
    private final Map<String, String> conflictingKeys = new HashMap<>();

    private UnprocessedEntities(Sql sql) {
        this.sql = sql;
    }

    /**
     * Stores the entities as if one after the other.
     *
     * @return for each of them the location key that kept it out, or nothing if it was stored
     */
    public static List<Optional<String>> store(Sql sql, List<UnprocessedEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        var store = new UnprocessedEntities(sql);
        var results = new ArrayList<Optional<String>>();
        var pending = store.sort(entities, results);
        for (var round = 0; !pending.isEmpty(); round++) {
            if (round == MAX_ROUNDS) {
                throw new IllegalStateException(
                        "Other processes keep changing the same " + pending.size() + " entities");
            }
            pending = store.write(pending);
        }
        // a conflict with another process, found out while writing, overrides what was expected
        for (var index = 0; index < entities.size(); index++) {
            var key = store.conflictingKeys.get(entities.get(index).ref());
            if (key != null && results.get(index).isEmpty()) {
                results.set(index, Optional.of(key));
            }
        }
        return results;
    }

    /** Decides who gets in, and keeps for each reference the last version. */
    private List<UnprocessedEntity> sort(List<UnprocessedEntity> entities, List<Optional<String>> results) {
        var keys = existingKeys(entities);
        var accepted = new LinkedHashMap<String, UnprocessedEntity>();
        for (var entity : entities) {
            var existing = keys.get(entity.ref());
            if (existing == null || entity.mayReplace(existing)) {
                keys.put(entity.ref(), entity.locationKey().filter(key -> !key.isEmpty()));
                accepted.put(entity.ref(), entity);
                results.add(Optional.empty());
            } else {
                results.add(existing);
            }
        }
        return List.copyOf(accepted.values());
    }

    private Map<String, Optional<String>> existingKeys(List<UnprocessedEntity> entities) {
        var refs = entities.stream().map(UnprocessedEntity::ref).collect(Collectors.toSet());
        var keys = new HashMap<String, Optional<String>>();
        sql.query(
                "select entity_ref, location_key from refresh_state where " + TextSet.contains(sql, "entity_ref"),
                row -> keys.put(
                        row.getString(1), Optional.ofNullable(row.getString(2)).filter(key -> !key.isEmpty())),
                TextSet.parameter(sql, refs));
        return keys;
    }

    /** Writes what can be written; returns what another process got in the way of. */
    private List<UnprocessedEntity> write(List<UnprocessedEntity> entities) {
        var keys = existingKeys(entities);
        var insertions = new ArrayList<UnprocessedEntity>();
        var updates = new ArrayList<UnprocessedEntity>();
        for (var entity : entities) {
            var existing = keys.get(entity.ref());
            if (existing == null) {
                insertions.add(entity);
            } else if (entity.mayReplace(existing)) {
                updates.add(entity);
            } else {
                conflictingKeys.put(entity.ref(), existing.orElse(""));
            }
        }
        var left = new ArrayList<>(insert(insertions));
        left.addAll(update(updates));
        return left;
    }

    private List<UnprocessedEntity> insert(List<UnprocessedEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        var ids = new HashMap<String, String>();
        var rows = new TextRows(
                "entity_id", "entity_ref", "unprocessed_entity", "unprocessed_hash", "location_key", "errors");
        for (var entity : entities) {
            var id = EntityIds.next();
            ids.put(entity.ref(), id);
            rows.add(
                    id,
                    entity.ref(),
                    entity.json(),
                    entity.hash(),
                    entity.locationKey().orElse(null),
                    "");
        }
        rows.insertInto(
                sql, "refresh_state", "on conflict (entity_ref) do nothing", ", next_update_at, last_discovery_at");
        var inserted = sql
                .query(
                        "select entity_id from refresh_state where " + TextSet.contains(sql, "entity_id"),
                        row -> row.getString(1),
                        TextSet.parameter(sql, ids.values()))
                .stream()
                .collect(Collectors.toSet());
        return entities.stream()
                .filter(entity -> !inserted.contains(ids.get(entity.ref())))
                .toList();
    }

    private List<UnprocessedEntity> update(List<UnprocessedEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        var rows = new TextRows("entity_ref", "unprocessed_entity", "unprocessed_hash", "location_key");
        for (var entity : entities) {
            rows.add(
                    entity.ref(),
                    entity.json(),
                    entity.hash(),
                    entity.locationKey().orElse(null));
        }
        var found = rows.update(
                sql,
                "refresh_state",
                "unprocessed_entity = d.unprocessed_entity, unprocessed_hash = d.unprocessed_hash,"
                        + " location_key = d.location_key, last_discovery_at = CURRENT_TIMESTAMP,"
                        + " next_update_at = CURRENT_TIMESTAMP",
                "t.entity_ref = d.entity_ref and (t.location_key is null or t.location_key = d.location_key)");
        var left = new ArrayList<UnprocessedEntity>();
        for (var index = 0; index < entities.size(); index++) {
            if (!found.get(index)) {
                left.add(entities.get(index));
            }
        }
        return left;
    }
}
