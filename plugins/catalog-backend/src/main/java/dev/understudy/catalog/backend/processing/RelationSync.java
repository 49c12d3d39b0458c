// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings the stored relations of entities in line with those they emitted. */
final class RelationSync {
    private static final String[] COLUMNS = {"originating_entity_id", "source_entity_ref", "type", "target_entity_ref"};

    private RelationSync() {}

    private record Relation(String originatingId, String source, String type, String target) {}

    /** Returns the sources of the relations that came or went. */
    static Set<String> sync(Sql sql, List<CompletedItem> items) {
        var desired = desired(items);
        var existing = existing(sql, items);
        var affected = new HashSet<String>();
        var added = new TextRows(COLUMNS);
        for (var relation : desired) {
            if (!existing.contains(relation)) {
                added.add(relation.originatingId(), relation.source(), relation.type(), relation.target());
                affected.add(relation.source());
            }
        }
        var removed = new TextRows(COLUMNS);
        for (var relation : existing) {
            if (!desired.contains(relation)) {
                removed.add(relation.originatingId(), relation.source(), relation.type(), relation.target());
                affected.add(relation.source());
            }
        }
        removed.delete(
                sql,
                "relations",
                "t.originating_entity_id = d.originating_entity_id and t.source_entity_ref = d.source_entity_ref"
                        + " and t.type = d.type and t.target_entity_ref = d.target_entity_ref");
        added.insertInto(sql, "relations", "");
        return affected;
    }

    private static Set<Relation> desired(List<CompletedItem> items) {
        var relations = new LinkedHashSet<Relation>();
        for (var item : items) {
            for (var relation : item.result().relations()) {
                relations.add(new Relation(
                        item.item().id(),
                        relation.source().stringify(),
                        relation.type(),
                        relation.target().stringify()));
            }
        }
        return relations;
    }

    private static Set<Relation> existing(Sql sql, List<CompletedItem> items) {
        return new HashSet<>(sql.query(
                "select originating_entity_id, source_entity_ref, type, target_entity_ref from relations where "
                        + TextSet.contains(sql, "originating_entity_id"),
                row -> new Relation(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                TextSet.parameter(
                        sql, items.stream().map(item -> item.item().id()).toList())));
    }
}
