// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Writes filters as conditions on the {@code search} table.
 *
 * <p>A condition is a set of entity ids that the database works out once ({@code IN}). SQLite would build that set even
 * for {@code kind=component}, which most entities match, so there such a condition is a look-up per row ({@code
 * EXISTS}). Many conditions are nested in pairs, as SQLite bounds how deep an expression goes, and PostgreSQL is kept
 * from making a join of each, which it cannot plan in reasonable time.
 */
final class FilterSql {
    /** The longest value that the search table holds. */
    private static final int LONGEST_VALUE = 200;

    private static final int MOST_CONDITIONS = 5_000;
    private static final int MOST_JOINS = 8;

    private final SqlQuery query;
    private final DatabaseDialect dialect;
    private final String idColumn;
    private final BiPredicate<String, String> isCommon;
    private int conditions;

    private FilterSql(SqlQuery query, DatabaseDialect dialect, String idColumn, BiPredicate<String, String> isCommon) {
        this.query = query;
        this.dialect = dialect;
        this.idColumn = idColumn;
        this.isCommon = isCommon;
    }

    /** Adds {@code AND <filter>} for the entities whose id is in a column. */
    static void append(SqlQuery query, EntityFilter filter, DatabaseDialect dialect, String idColumn) {
        append(query, filter, dialect, idColumn, (key, value) -> false);
    }

    /**
     * @param isCommon tells which values of a key so many entities have that looking each entity up is cheaper
     */
    static void append(
            SqlQuery query,
            EntityFilter filter,
            DatabaseDialect dialect,
            String idColumn,
            BiPredicate<String, String> isCommon) {
        if (filter instanceof EntityFilter.All(var filters) && filters.isEmpty()) {
            return;
        }
        query.append(" AND ");
        new FilterSql(query, dialect, idColumn, isCommon).filter(filter);
    }

    private void filter(EntityFilter filter) {
        if (++conditions > MOST_CONDITIONS) {
            throw new InputException("Invalid filter, more than " + MOST_CONDITIONS + " conditions");
        }
        switch (filter) {
            case EntityFilter.All(var filters) -> all(filters);
            case EntityFilter.Any(var filters) -> joined(filters, " OR ", "1 = 0");
            case EntityFilter.Not(var inner) -> {
                query.append("NOT ");
                filter(inner);
            }
            case EntityFilter.Exists(var key) -> search(!isStorable(key), "key = ?", key);
            case EntityFilter.OneOf(var key, var values) -> oneOf(key, values);
            case EntityFilter.Prefix(var key, var prefix) ->
                search(
                        !isStorable(key) || !isStorable(prefix) || prefix.length() > LONGEST_VALUE,
                        "key = ? AND value LIKE ? ESCAPE '\\'",
                        key,
                        prefix.replaceAll("[%_\\\\]", "\\\\$0") + "%");
            case EntityFilter.Like(var keys, var pattern) ->
                search(
                        !isStorable(pattern) || pattern.length() > 2 * LONGEST_VALUE,
                        "key " + in(dialect) + " AND value LIKE ?",
                        listParameter(keys, dialect),
                        pattern);
        }
    }

    private void all(List<EntityFilter> filters) {
        var planned = dialect == DatabaseDialect.POSTGRESQL && filters.size() > MOST_JOINS;
        joined(filters, planned ? " IS TRUE AND " : " AND ", "1 = 1");
        query.append(planned ? " IS TRUE" : "");
    }

    private void joined(List<EntityFilter> filters, String operator, String whenEmpty) {
        switch (filters.size()) {
            case 0 -> query.append("(" + whenEmpty + ")");
            case 1 -> filter(filters.getFirst());
            default -> {
                var half = filters.size() / 2;
                query.append("(");
                joined(filters.subList(0, half), operator, whenEmpty);
                query.append(operator);
                joined(filters.subList(half, filters.size()), operator, whenEmpty);
                query.append(")");
            }
        }
    }

    private void oneOf(String key, List<String> values) {
        if (values.size() == 1) {
            var value = values.getFirst();
            if (isStorable(key) && isStorable(value) && isCommon.test(key, value)) {
                query.append(
                        "EXISTS (SELECT 1 FROM search probe WHERE probe.entity_id = " + idColumn
                                + " AND probe.key = ? AND probe.value = ?)",
                        key,
                        value);
            } else {
                search(!isStorable(key) || !isStorable(value), "key = ? AND value = ?", key, value);
            }
            return;
        }
        search(
                values.isEmpty() || !isStorable(key),
                "key = ? AND value " + in(dialect),
                key,
                listParameter(values, dialect));
    }

    private void search(boolean isImpossible, String condition, Object... values) {
        if (isImpossible) {
            query.append("(1 = 0)");
        } else {
            query.append("(" + idColumn + " IN (SELECT entity_id FROM search WHERE " + condition + "))", values);
        }
    }

    /** PostgreSQL has no text with NUL in it, so nothing stored equals such a text. */
    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0;
    }

    /** A test for being in a list that is one parameter. */
    static String in(DatabaseDialect dialect) {
        return switch (dialect) {
            case SQLITE -> "IN (SELECT value FROM json_each(?))";
            case POSTGRESQL -> "= ANY(?)";
        };
    }

    static Object listParameter(List<String> values, DatabaseDialect dialect) {
        var storable = values.stream().filter(FilterSql::isStorable).toArray(String[]::new);
        return switch (dialect) {
            case SQLITE -> Json.mapper().writeValueAsString(storable);
            case POSTGRESQL -> storable;
        };
    }
}
