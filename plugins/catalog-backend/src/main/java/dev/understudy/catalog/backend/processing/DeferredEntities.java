// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import dev.understudy.catalog.backend.database.UnprocessedEntities;
import dev.understudy.catalog.backend.database.UnprocessedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores the entities that were found while others were processed, and who found them. */
final class DeferredEntities {
    private final Sql sql;
    private final Map<String, Integer> finders = new HashMap<>();
    private final List<List<String>> found = new ArrayList<>();

    private DeferredEntities(Sql sql) {
        this.sql = sql;
    }

    static void write(Sql sql, List<CompletedItem> items, WriteReport report) {
        var writer = new DeferredEntities(sql);
        writer.store(items, report);
        writer.writeReferences(items);
    }

    private void store(List<CompletedItem> items, WriteReport report) {
        var entities = new ArrayList<UnprocessedEntity>();
        items.forEach(item -> entities.addAll(item.result().deferredEntities()));
        var conflicts = UnprocessedEntities.store(sql, entities).iterator();
        var next = entities.iterator();
        for (var index = 0; index < items.size(); index++) {
            var accepted = new ArrayList<String>();
            for (var count = items.get(index).result().deferredEntities().size(); count > 0; count--) {
                var entity = next.next();
                var conflict = conflicts.next();
                if (conflict.isEmpty()) {
                    accepted.add(entity.ref());
                    finders.put(entity.ref(), index);
                } else {
                    report.conflict(new WriteReport.Conflict(
                            entity.entity(),
                            entity.ref(),
                            conflict.get(),
                            entity.locationKey().orElse("")));
                }
            }
            found.add(accepted);
        }
    }

    /** An entity belongs to the last that found it. */
    private void writeReferences(List<CompletedItem> items) {
        var sources = items.stream().map(CompletedItem::entityRef).toList();
        sql.update(
                "delete from refresh_state_references where " + TextSet.contains(sql, "source_entity_ref"),
                TextSet.parameter(sql, sources));
        if (finders.isEmpty()) {
            return;
        }
        sql.update(
                "delete from refresh_state_references where " + TextSet.contains(sql, "target_entity_ref"),
                TextSet.parameter(sql, finders.keySet()));
        var rows = new TextRows("source_entity_ref", "target_entity_ref");
        for (var index = 0; index < items.size(); index++) {
            for (var target : found.get(index)) {
                if (finders.getOrDefault(target, -1) == index) {
                    rows.add(sources.get(index), target);
                }
            }
        }
        rows.insertInto(sql, "refresh_state_references", "");
    }
}
