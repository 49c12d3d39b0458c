// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What providers change. Thread-safe. Backstage counterpart: {@code DefaultProviderDatabase}. */
public final class ProviderDatabase {
    private final Sql sql;
    private final CatalogChanges changes;
    private final LoggerService logger;

    public ProviderDatabase(Sql sql, CatalogChanges changes, LoggerService logger) {
        this.sql = sql;
        this.changes = changes;
        this.logger = logger;
    }

    private record State(Optional<String> hash, Optional<String> locationKey) {}

    private record Conflict(String entityRef, String existingKey, Optional<String> newKey) {}

    /** Applies all of a mutation or nothing. */
    public void replaceUnprocessedEntities(String sourceKey, EntityProviderMutation mutation) {
        var conflicts = Transactions.retrying(sql, transaction -> apply(transaction, sourceKey, mutation));
        changes.note();
        for (var conflict : conflicts) {
            logger.warn("Source " + sourceKey + " detected conflicting entityRef " + conflict.entityRef()
                    + " already referenced by " + conflict.existingKey() + " and now also "
                    + conflict.newKey().orElse("undefined"));
        }
    }

    private static List<Conflict> apply(Sql sql, String sourceKey, EntityProviderMutation mutation) {
        var toStore = new ArrayList<UnprocessedEntity>();
        var toRemove = new ArrayList<String>();
        switch (mutation) {
            case EntityProviderMutation.Full(var entities) -> {
                var items = unprocessed(entities);
                var states = statesOfSource(sql, sourceKey);
                compare(items, states, toStore, toRemove);
                var kept = items.stream().map(UnprocessedEntity::ref).collect(Collectors.toSet());
                states.keySet().stream().filter(ref -> !kept.contains(ref)).forEach(toRemove::add);
            }
            case EntityProviderMutation.Delta(var added, var removed) -> {
                removed.forEach(removal -> toRemove.add(removal.entityRef()));
                var items = unprocessed(added);
                compare(items, states(sql, items), toStore, toRemove);
            }
        }
        EntityPruning.delete(sql, new HashSet<>(toRemove), sourceKey);
        return store(sql, sourceKey, toStore);
    }

    private static List<UnprocessedEntity> unprocessed(List<DeferredEntity> entities) {
        return entities.parallelStream().map(UnprocessedEntity::of).toList();
    }

    private static void compare(
            List<UnprocessedEntity> items,
            Map<String, State> states,
            List<UnprocessedEntity> toStore,
            List<String> toRemove) {
        for (var item : items) {
            var state = states.get(item.ref());
            if (state == null) {
                toStore.add(item);
            } else if (!state.locationKey().equals(item.locationKey())) {
                toRemove.add(item.ref());
                toStore.add(item);
            } else if (!state.hash().equals(Optional.of(item.hash()))) {
                toStore.add(item);
            }
        }
    }

    private static Map<String, State> statesOfSource(Sql sql, String sourceKey) {
        var states = new HashMap<String, State>();
        sql.query(
                "select r.target_entity_ref, s.unprocessed_hash, s.location_key from refresh_state_references r"
                        + " left join refresh_state s on r.target_entity_ref = s.entity_ref where r.source_key = ?",
                row -> states.put(row.getString(1), state(row.getString(2), row.getString(3))),
                sourceKey);
        return states;
    }

    private static Map<String, State> states(Sql sql, List<UnprocessedEntity> items) {
        var states = new HashMap<String, State>();
        sql.query(
                "select entity_ref, unprocessed_hash, location_key from refresh_state where "
                        + TextSet.contains(sql, "entity_ref"),
                row -> states.put(row.getString(1), state(row.getString(2), row.getString(3))),
                TextSet.parameter(
                        sql, items.stream().map(UnprocessedEntity::ref).toList()));
        return states;
    }

    private static State state(@Nullable String hash, @Nullable String key) {
        return new State(Optional.ofNullable(hash), Optional.ofNullable(key));
    }

    private static List<Conflict> store(Sql sql, String sourceKey, List<UnprocessedEntity> entities) {
        var results = UnprocessedEntities.store(sql, entities);
        var stored = new HashSet<String>();
        var conflicts = new ArrayList<Conflict>();
        for (var index = 0; index < entities.size(); index++) {
            var entity = entities.get(index);
            results.get(index)
                    .ifPresentOrElse(
                            key -> conflicts.add(new Conflict(entity.ref(), key, entity.locationKey())),
                            () -> stored.add(entity.ref()));
        }
        removeReferences(sql, sourceKey, conflicts);
        addReferences(sql, sourceKey, stored);
        return conflicts;
    }

    private static void removeReferences(Sql sql, String sourceKey, List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            sql.update(
                    "delete from refresh_state_references where source_key = ? and "
                            + TextSet.contains(sql, "target_entity_ref"),
                    sourceKey,
                    TextSet.parameter(
                            sql, conflicts.stream().map(Conflict::entityRef).toList()));
        }
    }

    private static void addReferences(Sql sql, String sourceKey, Collection<String> refs) {
        if (refs.isEmpty()) {
            return;
        }
        sql.update(
                "delete from refresh_state_references where " + TextSet.contains(sql, "target_entity_ref"),
                TextSet.parameter(sql, refs));
        var rows = new TextRows("source_key", "target_entity_ref");
        refs.stream().sorted().forEach(ref -> rows.add(sourceKey, ref));
        rows.insertInto(sql, "refresh_state_references", "");
    }

    /** The names of all providers that have entities. */
    public List<String> listReferenceSourceKeys() {
        return sql.query(
                "select distinct source_key from refresh_state_references where source_key is not null",
                row -> row.getString(1));
    }

    /** Makes all entities due that have one of the keys. */
    public void refreshByRefreshKeys(Collection<String> keys) {
        sql.update(
                "update refresh_state set next_update_at = CURRENT_TIMESTAMP where entity_id in"
                        + " (select entity_id from refresh_keys where " + TextSet.contains(sql, "key") + ")",
                TextSet.parameter(sql, keys.stream().map(RefreshKey::stored).toList()));
    }
}
