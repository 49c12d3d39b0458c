// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.database.StitchQueue;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import dev.understudy.catalog.backend.database.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what final entities are made of, and writes them, many at a time. */
final class StitchDatabase {
    private final Sql reading;
    private final Sql writing;

    StitchDatabase(Sql reading, Sql writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** What can be stitched: entities that are gone, or have not been processed yet, are left out. */
    List<StitchInput> load(List<String> entityRefs) {
        return reading.onConnection(sql -> load(sql, entityRefs));
    }

    private static List<StitchInput> load(Sql sql, List<String> entityRefs) {
        var parameter = TextSet.parameter(sql, entityRefs);
        var referenced = new HashSet<>(sql.query(
                "select distinct target_entity_ref from refresh_state_references where "
                        + TextSet.contains(sql, "target_entity_ref"),
                row -> row.getString(1),
                parameter));
        var relations = relations(sql, parameter);
        return sql.query(
                "select r.entity_id, r.entity_ref, r.processed_entity, r.errors, f.hash from refresh_state r"
                        + " left join final_entities f on f.entity_id = r.entity_id"
                        + " where r.processed_entity is not null and r.processed_entity <> '' and "
                        + TextSet.contains(sql, "r.entity_ref"),
                row -> new StitchInput(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)),
                        !referenced.contains(row.getString(2)),
                        relations.getOrDefault(row.getString(2), List.of())),
                parameter);
    }

    // the database sorts, for the order depends on its collation
    private static Map<String, List<StitchInput.Relation>> relations(Sql sql, Object entityRefs) {
        var relations = new HashMap<String, List<StitchInput.Relation>>();
        sql.query(
                "select distinct source_entity_ref, type, target_entity_ref from relations where "
                        + TextSet.contains(sql, "source_entity_ref") + " order by type, target_entity_ref",
                row -> relations
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new StitchInput.Relation(row.getString(2), row.getString(3))),
                entityRefs);
        return relations;
    }

    /** Writes the entities whose requests have not been renewed meanwhile, completes the requests, and returns what is written. */
    List<FinalEntity> write(List<FinalEntity> entities, List<StitchQueue.Request> requests) {
        return Transactions.retrying(writing, sql -> {
            var current = current(sql, requests);
            var existing = existing(sql, entities);
            var valid = entities.stream()
                    .filter(entity -> current.contains(entity.input().entityRef())
                            && existing.contains(entity.input().entityId()))
                    .toList();
            writeFinalEntities(sql, valid);
            SearchRowSync.sync(sql, valid);
            StitchQueue.complete(sql, requests);
            return valid;
        });
    }

    // without a lock, for processing must be able to renew requests meanwhile
    private static Set<String> current(Sql sql, List<StitchQueue.Request> requests) {
        var tickets = requests.stream()
                .collect(Collectors.toMap(StitchQueue.Request::entityRef, StitchQueue.Request::ticket));
        var current = new HashSet<String>();
        sql.query(
                "select entity_ref, stitch_ticket from stitch_queue where " + TextSet.contains(sql, "entity_ref"),
                row -> row.getString(2).equals(tickets.get(row.getString(1))) && current.add(row.getString(1)),
                TextSet.parameter(sql, tickets.keySet()));
        return current;
    }

    private static Set<String> existing(Sql sql, List<FinalEntity> entities) {
        return new HashSet<>(sql.query(
                "select entity_id from refresh_state where " + TextSet.contains(sql, "entity_id")
                        + (sql.dialect() == DatabaseDialect.POSTGRESQL ? " order by entity_id for key share" : ""),
                row -> row.getString(1),
                TextSet.parameter(
                        sql,
                        entities.stream()
                                .map(entity -> entity.input().entityId())
                                .toList())));
    }

    private static void writeFinalEntities(Sql sql, List<FinalEntity> entities) {
        var rows = new TextRows("entity_id", "entity_ref", "final_entity", "hash");
        entities.forEach(entity ->
                rows.add(entity.input().entityId(), entity.input().entityRef(), entity.json(), entity.hash()));
        rows.insertInto(
                sql,
                "final_entities",
                "on conflict (entity_id) do update set final_entity = excluded.final_entity, hash = excluded.hash,"
                        + " last_updated_at = excluded.last_updated_at",
                ", last_updated_at");
    }
}
