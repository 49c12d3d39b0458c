// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.MetricsService.ObservableResult;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the catalog has. Backstage counterpart: {@code initDatabaseMetrics}. */
public final class DatabaseInstruments {
    private static final long COUNT_LIFETIME = Duration.ofSeconds(30).toNanos();

    private final Sql sql;
    private final Set<String> seenKinds = new HashSet<>();
    private Map<String, Long> countsByKind = Map.of();
    private long countedAt = System.nanoTime() - COUNT_LIFETIME;

    private DatabaseInstruments(Sql sql) {
        this.sql = sql;
    }

    public static void register(MetricsService metrics, Sql sql) {
        var instruments = new DatabaseInstruments(sql);
        gauge(metrics, "catalog_entities_count", "Total amount of entities in the catalog", instruments::entities);
        gauge(
                metrics,
                "catalog_registered_locations_count",
                "Total amount of registered locations in the catalog",
                result -> result.observe(instruments.rows("locations")));
        gauge(
                metrics,
                "catalog_relations_count",
                "Total amount of relations between entities",
                result -> result.observe(instruments.rows("relations")));
        gauge(
                metrics,
                "catalog.stitching.queue.length",
                "Number of entities currently in the stitching queue",
                result -> result.observe(instruments.count("stitch_queue")));
    }

    private static void gauge(
            MetricsService metrics, String name, String description, MetricsService.ObservableCallback callback) {
        metrics.createObservableGauge(name, MetricOptions.describedAs(description))
                .addCallback(callback);
    }

    private synchronized void entities(ObservableResult result) {
        if (System.nanoTime() - countedAt >= COUNT_LIFETIME) {
            countsByKind = countByKind();
            countedAt = System.nanoTime();
        }
        seenKinds.addAll(countsByKind.keySet());
        // once more, with nothing left
        seenKinds.forEach(
                kind -> result.observe(countsByKind.getOrDefault(kind, 0L), TelemetryAttributes.of("kind", kind)));
        seenKinds.retainAll(countsByKind.keySet());
    }

    private Map<String, Long> countByKind() {
        var kind = switch (sql.dialect()) {
            case POSTGRESQL -> "split_part(entity_ref, ':', 1)";
            case SQLITE -> "substr(entity_ref, 1, instr(entity_ref, ':') - 1)";
        };
        var counts = new TreeMap<String, Long>();
        sql.query(
                "select " + kind + ", count(*) from final_entities where final_entity is not null group by " + kind,
                row -> counts.put(row.getString(1), row.getLong(2)) == null);
        return counts;
    }

    /** How many there are; on PostgreSQL an estimate, since counting takes long there. */
    private double rows(String table) {
        return sql.dialect() == DatabaseDialect.POSTGRESQL
                ? sql.one(
                                "select reltuples::bigint from pg_class where oid = '" + table + "'::regclass",
                                row -> row.getLong(1))
                        .orElseThrow()
                : count(table);
    }

    private double count(String table) {
        return sql.one("select count(*) from " + table, row -> row.getLong(1)).orElseThrow();
    }
}
