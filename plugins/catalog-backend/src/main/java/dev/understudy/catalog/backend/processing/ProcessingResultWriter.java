// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.StitchQueue;
import dev.understudy.catalog.backend.database.TextRows;
import dev.understudy.catalog.backend.database.TextSet;
import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.ConflictException;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the results of many entities in one transaction, with a handful of statements however many they are. The outcome
 * is that of writing them one after the other.
 */
final class ProcessingResultWriter {
    private final Sql sql;
    private final ErrorWording wording;
    private final WriteReport report = new WriteReport();
    private final Set<String> toStitch = new TreeSet<>();

    private ProcessingResultWriter(Sql transaction, ErrorWording wording) {
        this.sql = transaction;
        this.wording = wording;
    }

    /** Writes within a transaction; what is to be told waits in the report until the transaction is committed. */
    static WriteReport write(Sql transaction, List<ProcessedItem> items, ErrorWording wording) {
        var writer = new ProcessingResultWriter(transaction, wording);
        writer.write(items);
        return writer.report;
    }

    private void write(List<ProcessedItem> items) {
        var completed = new ArrayList<CompletedItem>();
        var failed = new ArrayList<ProcessedItem>();
        for (var item : items) {
            switch (item.result()) {
                case EntityProcessingResult.Completed result -> completed.add(new CompletedItem(item, result));
                case EntityProcessingResult.Failed _ -> failed.add(item);
            }
        }
        writeFailed(failed);
        var written = writeEntities(changed(completed));
        writeConsequences(written);
        CacheUpdates.write(sql, without(written, items));
        if (!toStitch.isEmpty()) {
            StitchQueue.mark(sql, toStitch);
            report.requestedStitching();
        }
    }

    private void writeFailed(List<ProcessedItem> items) {
        var rows = new TextRows("entity_id", "errors", "result_hash");
        var changed = items.stream()
                .filter(item -> !item.hash(List.of()).equals(item.item().resultHash()))
                .toList();
        for (var item : wording.changed(sql, changed)) {
            rows.add(item.item().id(), item.errors(), item.hash(List.of()));
            toStitch.add(item.item().unprocessedEntity().ref().stringify());
            report.newlyFailed(item);
        }
        rows.update(
                sql, "refresh_state", "errors = d.errors, result_hash = d.result_hash", "t.entity_id = d.entity_id");
    }

    private List<CompletedItem> changed(List<CompletedItem> items) {
        var parents = parents(items);
        var changed = new ArrayList<CompletedItem>();
        for (var item : items) {
            var own = new ArrayList<String>();
            item.refs().forEach(ref -> own.addAll(parents.getOrDefault(ref, List.of())));
            var hash = item.processed().hash(own);
            if (!hash.equals(item.item().resultHash())) {
                changed.add(item.withHash(hash));
            }
        }
        return changed;
    }

    private Map<String, List<String>> parents(List<CompletedItem> items) {
        var refs = new HashSet<String>();
        items.forEach(item -> refs.addAll(item.refs()));
        var parents = new HashMap<String, List<String>>();
        sql.query(
                "select target_entity_ref, source_entity_ref from refresh_state_references where"
                        + " source_entity_ref is not null and " + TextSet.contains(sql, "target_entity_ref"),
                row -> parents.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(row.getString(2)),
                TextSet.parameter(sql, refs));
        return parents;
    }

    private static List<ProcessedItem> without(List<CompletedItem> written, List<ProcessedItem> items) {
        var done = written.stream().map(CompletedItem::processed).collect(Collectors.toSet());
        return items.stream().filter(item -> !done.contains(item)).toList();
    }

    private void writeConsequences(List<CompletedItem> items) {
        if (items.isEmpty()) {
            return;
        }
        DeferredEntities.write(sql, items, report);
        toStitch.addAll(RelationSync.sync(sql, items));
        RefreshKeys.replace(sql, items);
        items.forEach(item -> toStitch.add(item.entityRef()));
    }

    private List<CompletedItem> writeEntities(List<CompletedItem> items) {
        var rows = new TextRows("entity_id", "processed_entity", "result_hash", "errors", "location_key", "cache");
        for (var item : items) {
            rows.add(
                    item.item().id(),
                    withUid(item.completedEntity(), item.item().id()),
                    item.hash(),
                    item.processed().errors(),
                    item.item().locationKey().orElse(null),
                    CacheUpdates.next(item.processed()).orElse(null));
        }
        var found = rows.update(
                sql,
                "refresh_state",
                "processed_entity = d.processed_entity, result_hash = d.result_hash, errors = d.errors,"
                        + " location_key = d.location_key, cache = coalesce(d.cache, t.cache)",
                "t.entity_id = d.entity_id and (t.location_key is null or t.location_key = d.location_key)");
        var written = new ArrayList<CompletedItem>();
        for (var index = 0; index < items.size(); index++) {
            if (found.get(index)) {
                written.add(items.get(index));
                report.changed(items.get(index).processed());
            } else {
                report.failed(items.get(index).processed(), conflict(items.get(index)));
            }
        }
        return written;
    }

    static String withUid(Entity entity, String uid) {
        var metadata = entity.json().objectNode().setAll((ObjectNode) entity.metadata());
        var json = entity.json().objectNode().setAll(entity.json());
        json.set("metadata", metadata.put("uid", uid));
        return Json.stringify(json);
    }

    private static ConflictException conflict(CompletedItem item) {
        return new ConflictException(
                "Conflicting write of processing result for " + item.item().id() + " with location key '"
                        + item.item().locationKey().orElse("undefined") + "'");
    }
}
