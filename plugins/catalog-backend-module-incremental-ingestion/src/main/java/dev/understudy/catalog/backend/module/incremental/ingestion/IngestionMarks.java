// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.database.SqlTime;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.types.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which pages ingestions have taken in, and the entities in them. Thread-safe. */
record IngestionMarks(Sql sql) {
    private static final RowMapper<IngestionMark> MARK = row -> new IngestionMark(
            row.getString("id"),
            row.getString("ingestion_id"),
            cursor(row.getString("cursor")),
            row.getInt("sequence"),
            SqlTime.read(row, "created_at").orElse(Instant.EPOCH));

    private static Optional<JsonNode> cursor(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(Json.parse(text));
    }

    Optional<IngestionMark> last(String ingestion) {
        return all(ingestion, "desc").stream().findFirst();
    }

    Optional<IngestionMark> first(String ingestion) {
        return all(ingestion, "asc").stream().findFirst();
    }

    /** The latest first. */
    List<IngestionMark> all(String ingestion) {
        return all(ingestion, "desc");
    }

    private List<IngestionMark> all(String ingestion, String direction) {
        return sql.query(
                "select * from ingestion_marks where ingestion_id = " + IngestionRecords.id(sql) + " order by sequence "
                        + direction,
                MARK,
                ingestion);
    }

    /** Records a page, and returns its id. */
    String add(String ingestion, Optional<JsonNode> cursor, int sequence) {
        var id = UUID.randomUUID().toString();
        var json = sql.dialect() == DatabaseDialect.POSTGRESQL ? "?::json" : "?";
        var uuid = IngestionRecords.id(sql);
        sql.update(
                "insert into ingestion_marks (id, ingestion_id, cursor, sequence) values (" + uuid + ", " + uuid + ", "
                        + json + ", ?)",
                id,
                ingestion,
                cursor.map(Json::stringify).orElse(null),
                sequence);
        return id;
    }

    /** Records that entities were seen in a page; what was seen before is seen there now. */
    void addEntities(String mark, Collection<String> refs) {
        var wanted = new LinkedHashSet<>(refs);
        if (wanted.isEmpty()) {
            return;
        }
        sql.inTransaction(transaction -> {
            var uuid = IngestionRecords.id(transaction);
            var existing = new HashSet<>(transaction.query(
                    "select ref from ingestion_mark_entities where " + contains(transaction, "ref"),
                    row -> row.getString(1),
                    set(transaction, wanted)));
            if (!existing.isEmpty()) {
                transaction.update(
                        "update ingestion_mark_entities set ingestion_mark_id = " + uuid + " where "
                                + contains(transaction, "ref"),
                        mark,
                        set(transaction, existing));
            }
            var rows = new ArrayList<@Nullable Object[]>();
            wanted.stream()
                    .filter(ref -> !existing.contains(ref))
                    .forEach(ref -> rows.add(new Object[] {UUID.randomUUID().toString(), mark, ref}));
            transaction.batch(
                    "insert into ingestion_mark_entities (id, ingestion_mark_id, ref) values (" + uuid + ", " + uuid
                            + ", ?)",
                    rows);
            return rows.size();
        });
    }

    void removeEntities(Collection<String> refs) {
        sql.update("delete from ingestion_mark_entities where " + contains(sql, "ref"), set(sql, refs));
    }

    /** How many entities an ingestion has seen. */
    int count(String ingestion) {
        return sql.one(
                        "select count(*) from ingestion_mark_entities e join ingestion_marks m"
                                + " on m.id = e.ingestion_mark_id where m.ingestion_id = " + IngestionRecords.id(sql),
                        row -> row.getInt(1),
                        ingestion)
                .orElse(0);
    }

    /** What the ingestion before saw, and the current one has not seen again. */
    List<String> stale(String provider) {
        return sql.query(
                "select e.ref from ingestion_mark_entities e join ingestion_marks m on m.id = e.ingestion_mark_id"
                        + " where m.ingestion_id = (select id from ingestions where provider_name = ?"
                        + " and completion_ticket <> 'open' limit 1)",
                row -> row.getString(1),
                provider);
    }

    private static String contains(Sql sql, String column) {
        return sql.dialect() == DatabaseDialect.POSTGRESQL
                ? column + " = any(?::text[])"
                : column + " in (select value from json_each(?))";
    }

    private static Object set(Sql sql, Collection<String> texts) {
        if (sql.dialect() == DatabaseDialect.POSTGRESQL) {
            return texts.toArray(String[]::new);
        }
        return Json.stringify(Json.mapper().valueToTree(texts));
    }
}
