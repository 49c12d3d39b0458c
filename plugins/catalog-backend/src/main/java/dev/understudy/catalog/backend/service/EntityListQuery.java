// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.query.OrderField;
import dev.understudy.catalog.backend.query.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one page of a list in which entities that lack a field to sort by come last. */
final class EntityListQuery {
    private final Sql sql;
    private final EntitiesRequest request;

    EntityListQuery(Sql sql, EntitiesRequest request) {
        this.sql = sql;
        this.request = request;
    }

    EntitiesPage run() {
        var limit = request.pagination().limit().orElse(Pagination.MAXIMUM);
        var offset = request.pagination().offset();
        var rows = switch (request.order().size()) {
            case 0 -> sorted("", " ORDER BY f.entity_ref", limit + 1, offset);
            case 1 -> sortedByOne(request.order().getFirst(), limit + 1, offset);
            default -> sortedBySeveral(limit + 1, offset);
        };
        return rows.size() <= limit
                ? new EntitiesPage(rows, Optional.empty())
                : new EntitiesPage(
                        rows.subList(0, (int) limit),
                        Optional.of(request.pagination().next()));
    }

    /** First those that have the field, read along the index, then those that lack it. */
    private List<byte[]> sortedByOne(OrderField order, long limit, long offset) {
        if (!FilterSql.isStorable(order.field())) {
            return sorted("", " ORDER BY f.entity_id", limit, offset);
        }
        var direction = order.descending() ? " DESC" : "";
        var with = SqlQuery.of(
                "SELECT f.final_entity FROM search s JOIN final_entities f ON f.entity_id = s.entity_id"
                        + " WHERE s.key = ? AND s.value IS NOT NULL AND f.final_entity IS NOT NULL",
                order.field());
        filter(with, "s.entity_id");
        with.append(" ORDER BY s.value" + direction + ", f.entity_id LIMIT ?", Math.addExact(limit, offset));
        var rows = new ArrayList<>(with.list(sql, row -> row.getBytes(1)));
        var missing = Math.addExact(limit, offset) - rows.size();
        if (missing > 0) {
            rows.addAll(lacking(order.field(), missing));
        }
        return rows.subList((int) Math.min(offset, rows.size()), rows.size());
    }

    private List<byte[]> lacking(String field, long limit) {
        var query = SqlQuery.of(
                "SELECT f.final_entity FROM final_entities f WHERE f.final_entity IS NOT NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM search s WHERE s.entity_id = f.entity_id AND s.key = ? AND s.value IS NOT NULL)",
                field);
        filter(query, "f.entity_id");
        return query.append(" ORDER BY f.entity_id LIMIT ?", limit).list(sql, row -> row.getBytes(1));
    }

    private List<byte[]> sortedBySeveral(long limit, long offset) {
        var joins = new StringBuilder();
        var sort = new StringBuilder(" ORDER BY ");
        var fields = new ArrayList<Object>();
        for (var order : request.order()) {
            var name = "o" + fields.size();
            joins.append(" LEFT JOIN search ").append(name).append(" ON ").append(name);
            joins.append(".entity_id = f.entity_id AND ").append(name).append(".key = ?");
            sort.append(name).append(".value ").append(order.order()).append(" NULLS LAST, ");
            fields.add(order.field().replace("\0", ""));
        }
        return sorted(joins.toString(), sort + "f.entity_id", limit, offset, fields.toArray());
    }

    private List<byte[]> sorted(String joins, String sort, long limit, long offset, Object... fields) {
        var query = SqlQuery.of(
                "SELECT f.final_entity FROM final_entities f" + joins + " WHERE f.final_entity IS NOT NULL", fields);
        filter(query, "f.entity_id");
        return query.append(sort + " LIMIT ? OFFSET ?", limit, offset).list(sql, row -> row.getBytes(1));
    }

    private void filter(SqlQuery query, String idColumn) {
        FilterSql.append(query, request.filter(), sql.dialect(), idColumn, new CommonValues(sql));
    }
}
