// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.FullTextFilter;
import dev.understudy.catalog.backend.query.OrderField;
import dev.understudy.catalog.backend.query.QueryCursor;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one page of the answers to a question, onward from the place that its cursor holds. */
final class EntityPageQuery {
    /** An entity with its place in the order. */
    @SuppressWarnings("ArrayRecordComponent") // entities are passed on as bytes, and never compared
    private record Row(
            byte[] entity, String entityId, @Nullable String sortValue) {
        List<@Nullable String> place(boolean isSorted) {
            return isSorted ? Arrays.asList(sortValue, entityId) : Collections.singletonList(entityId);
        }
    }

    private final Sql sql;
    private final QueryEntitiesRequest request;
    private final QueryCursor cursor;
    private final Optional<OrderField> sortField;
    private final Optional<String> sortKey;
    private final Optional<EntityFilter.Like> text;
    private final EntityFilter filter;

    EntityPageQuery(Sql sql, QueryEntitiesRequest request) {
        this.sql = sql;
        this.request = request;
        this.cursor = request.cursor();
        this.sortField = cursor.sortField();
        this.sortKey = sortField.map(field -> lower(field.field()));
        this.text = cursor.fullTextFilter().map(this::like);
        this.filter = text.map(like -> EntityFilter.and(request.filter(), like)).orElse(request.filter());
    }

    private EntityFilter.Like like(FullTextFilter wanted) {
        var otherwise = sortKey.filter(key -> !key.isEmpty()).orElse("metadata.uid");
        var fields = wanted.fields().orElse(List.of(otherwise));
        return new EntityFilter.Like(
                fields.stream().map(EntityPageQuery::lower).toList(), "%" + lower(wanted.term()) + "%");
    }

    QueryEntitiesResponse run() {
        var limit = request.limit();
        var rows = limit > 0 ? rows() : List.<Row>of();
        var hasMore = limit > 0 && (cursor.isPrevious() || rows.size() > limit);
        var page = rows.size() > limit ? rows.subList(0, (int) limit) : rows;
        return respond(page, total(), hasMore);
    }

    private QueryEntitiesResponse respond(List<Row> page, long total, boolean hasMore) {
        var first = place(page.isEmpty() ? null : page.getFirst());
        var last = place(page.isEmpty() ? null : page.getLast());
        var start = cursor.firstSortFieldValues();
        var next = hasMore
                ? Optional.of(cursor.at(last, start.orElse(first), false, total))
                : Optional.<QueryCursor>empty();
        var previous = start.filter(values -> !page.isEmpty() && !values.equals(first))
                .map(values -> cursor.at(first, values, true, total));
        return new QueryEntitiesResponse(page.stream().map(Row::entity).toList(), total, next, previous);
    }

    private List<@Nullable String> place(@Nullable Row row) {
        var isSorted = sortField.isPresent();
        return row == null ? Collections.nCopies(isSorted ? 2 : 1, null) : row.place(isSorted);
    }

    private List<Row> rows() {
        var query = sortField.isPresent() ? sortedByField() : sortedById();
        var limit = cursor.isPrevious() ? request.limit() : request.limit() + 1;
        var rows = query.append(" LIMIT ? OFFSET ?", limit, request.offset())
                .list(sql, row -> new Row(row.getBytes(1), row.getString(2), row.getString(3)));
        return cursor.isPrevious() ? new ArrayList<>(rows).reversed() : rows;
    }

    private SqlQuery sortedByField() {
        var query = SqlQuery.of(
                "SELECT f.final_entity, f.entity_id, s.value FROM search s JOIN final_entities f ON"
                        + " f.entity_id = s.entity_id WHERE s.key = ? AND s.value IS NOT NULL AND f.final_entity IS NOT NULL",
                sortKey.orElseThrow().replace("\0", ""));
        // where the text is looked for in what is sorted by, each of a list's values counts for itself
        var ofSortKey = text.filter(
                like -> like.keys().equals(List.of(sortKey.orElseThrow())) && FilterSql.isStorable(like.pattern()));
        FilterSql.append(
                query,
                ofSortKey.isPresent() ? request.filter() : filter,
                sql.dialect(),
                "s.entity_id",
                new CommonValues(sql));
        ofSortKey.ifPresent(like -> query.append(" AND s.value LIKE ?", like.pattern()));
        var place = place();
        var isDescending = sortField.orElseThrow().descending() != cursor.isPrevious();
        var comparison = isDescending ? "<" : ">";
        if (place.size() == 2) {
            query.append(" AND (s.value, s.entity_id) " + comparison + " (?, ?)", place.get(0), place.get(1));
        } else if (place.size() == 1) {
            query.append(" AND s.entity_id " + (cursor.isPrevious() ? "<" : ">") + " ?", place.getFirst());
        }
        var direction = isDescending ? " DESC" : "";
        return query.append(" ORDER BY s.value" + direction + ", s.entity_id" + direction);
    }

    private SqlQuery sortedById() {
        var query = SqlQuery.of(
                "SELECT f.final_entity, f.entity_id, NULL FROM final_entities f WHERE f.final_entity IS NOT NULL");
        FilterSql.append(query, filter, sql.dialect(), "f.entity_id", new CommonValues(sql));
        var place = place();
        if (place.size() == 2) {
            throw new InputException("Malformed cursor: two order field values, but no order field");
        }
        if (place.size() == 1) {
            query.append(" AND f.entity_id " + (cursor.isPrevious() ? "<" : ">") + " ?", place.getFirst());
        }
        return query.append(" ORDER BY f.entity_id" + (cursor.isPrevious() ? " DESC" : ""));
    }

    private List<@Nullable String> place() {
        return cursor.orderFieldValues().stream()
                .<@Nullable String>map(value -> value == null ? null : value.replace("\0", ""))
                .toList();
    }

    private long total() {
        if (cursor.totalItems().isPresent()) {
            return cursor.totalItems().getAsLong();
        }
        return request.countsTotal() ? new EntityCountQuery(sql, filter, sortKey).run() : 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
