// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the stored search rows of entities in line with those they have now, and leaves alone those that stay. */
final class SearchRowSync {
    private static final String SENTINEL = "\u0001";
    private static final String[] COLUMNS = {"entity_id", "key", "value", "original_value"};
    // two of the table's three indexes begin with these, and neighbours are cheaper to insert than strangers
    private static final Comparator<Addition> INDEX_ORDER = Comparator.comparing(
                    (Addition addition) -> addition.row().key())
            .thenComparing(addition -> addition.row().value(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Sql sql;
    private final List<Addition> ofNewEntities = new ArrayList<>();
    private final List<Addition> ofKnownEntities = new ArrayList<>();
    private final TextRows removed = new TextRows("entity_id", "key", "value");

    private record Addition(String entityId, SearchRow row) {}

    private SearchRowSync(Sql sql) {
        this.sql = sql;
    }

    /** Call it when the final entities are written in the same transaction: their locks keep others away. */
    static void sync(Sql sql, List<FinalEntity> entities) {
        var existing = existing(sql, entities);
        var rows = new SearchRowSync(sql);
        entities.forEach(entity ->
                rows.compare(entity, existing.getOrDefault(entity.input().entityId(), Set.of())));
        rows.write();
    }

    private static Map<String, Set<SearchRow>> existing(Sql sql, List<FinalEntity> entities) {
        var ids = entities.stream()
                .filter(FinalEntity::isKnown)
                .map(entity -> entity.input().entityId())
                .toList();
        var existing = new HashMap<String, Set<SearchRow>>();
        if (!ids.isEmpty()) {
            sql.query(
                    "select entity_id, key, value, original_value from search where "
                            + TextSet.contains(sql, "entity_id"),
                    row -> existing.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                            .add(new SearchRow(row.getString(2), row.getString(3), row.getString(4))),
                    TextSet.parameter(sql, ids));
        }
        return existing;
    }

    private void compare(FinalEntity entity, Set<SearchRow> existing) {
        var id = entity.input().entityId();
        var desired = new HashSet<>(entity.searchRows());
        for (var row : existing) {
            if (!desired.contains(row)) {
                removed.add(id, row.key(), row.value());
            }
        }
        var added = entity.isKnown() ? ofKnownEntities : ofNewEntities;
        for (var row : entity.searchRows()) {
            if (!existing.contains(row) && isStorable(row)) {
                added.add(new Addition(id, row));
            }
        }
    }

    // as in the reference, which uses this value for null on PostgreSQL
    private boolean isStorable(SearchRow row) {
        return sql.dialect() != DatabaseDialect.POSTGRESQL
                || (!SENTINEL.equals(row.value()) && !SENTINEL.equals(row.originalValue()));
    }

    private void write() {
        removed.delete(
                sql,
                "search",
                "t.entity_id = d.entity_id and t.key = d.key and (t.value = d.value or (t.value is null and d.value is null))");
        insert(ofNewEntities, "");
        insert(
                ofKnownEntities,
                "on conflict (entity_id, key, value) do update set original_value = excluded.original_value");
    }

    private void insert(List<Addition> additions, String onConflict) {
        additions.sort(INDEX_ORDER);
        var rows = new TextRows(COLUMNS);
        for (var addition : additions) {
            var row = addition.row();
            rows.add(addition.entityId(), row.key(), row.value(), row.originalValue());
        }
        rows.insertInto(sql, "search", onConflict);
    }
}
