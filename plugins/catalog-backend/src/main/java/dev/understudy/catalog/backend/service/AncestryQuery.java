// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.errors.NotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Follows the references that led to an entity, up to where they end. */
final class AncestryQuery {
    @SuppressWarnings("ArrayRecordComponent") // entities are passed on as bytes, and never compared
    private record Row(String entityRef, byte[] entity) {}

    private final Sql sql;

    AncestryQuery(Sql sql) {
        this.sql = sql;
    }

    EntityAncestry run(String entityRef) {
        var root = rows(
                        "SELECT f.entity_ref, f.final_entity FROM final_entities f"
                                + " WHERE f.entity_ref = ? AND f.final_entity IS NOT NULL",
                        entityRef)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No such entity " + entityRef));
        var seen = new HashSet<String>();
        seen.add(root.entityRef());
        var todo = new ArrayDeque<Row>();
        todo.push(root);
        var items = new ArrayList<EntityAncestry.Item>();
        while (!todo.isEmpty()) {
            var current = todo.pop();
            var parents = parents(current.entityRef());
            parents.stream().filter(parent -> seen.add(parent.entityRef())).forEach(todo::push);
            items.add(new EntityAncestry.Item(
                    current.entityRef(),
                    current.entity(),
                    parents.stream().map(Row::entityRef).toList()));
        }
        return new EntityAncestry(root.entityRef(), items);
    }

    private List<Row> parents(String entityRef) {
        return rows(
                "SELECT f.entity_ref, f.final_entity FROM refresh_state_references r JOIN final_entities f ON"
                        + " f.entity_ref = r.source_entity_ref WHERE r.target_entity_ref = ? AND f.final_entity IS NOT NULL",
                entityRef);
    }

    private List<Row> rows(String statement, String entityRef) {
        return FilterSql.isStorable(entityRef)
                ? sql.query(statement, row -> new Row(row.getString(1), row.getBytes(2)), entityRef)
                : List.of();
    }
}
