// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of texts that go to the database together: a batch on SQLite, a single statement on PostgreSQL. */
public final class TextRows {
    private static final int MOST_AT_ONCE = 5_000;

    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Rows with these columns. */
    public TextRows(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a value, or null, for each column. */
    public void add(@Nullable String... values) {
        rows.add(values);
    }

    /** Inserts all rows; the suffix is for conflicts. */
    public void insertInto(Sql sql, String table, String suffix) {
        insertInto(sql, table, suffix, "");
    }

    /** Inserts all rows with the current time in further columns, each named with a comma before it. */
    public void insertInto(Sql sql, String table, String suffix, String timeColumns) {
        if (rows.isEmpty()) {
            return;
        }
        var times = timeColumns.replaceAll("[a-z_]+", "CURRENT_TIMESTAMP");
        var into = "insert into " + table + " (" + String.join(", ", columns) + timeColumns + ") ";
        switch (sql.dialect()) {
            case SQLITE -> sql.batch(into + "values (" + placeholders("?") + times + ") " + suffix, rows);
            case POSTGRESQL ->
                parts().forEach(part -> sql.update(
                        into + "select " + String.join(", ", columns) + times + " from " + source() + " " + suffix,
                        arrays(part)));
        }
    }

    /**
     * Changes the rows that a condition picks for each of these rows, which it calls {@code d}.
     *
     * @param table the table, which the condition calls {@code t}
     * @param changes assignments such as {@code hash = d.hash}
     * @return whether each of these rows found a row to change, on the assumption that the first column identifies it
     */
    public List<Boolean> update(Sql sql, String table, String changes, String condition) {
        return switch (sql.dialect()) {
            case SQLITE -> updateEach(sql, table, changes, condition);
            case POSTGRESQL -> updateAll(sql, table, changes, condition);
        };
    }

    private List<Boolean> updateEach(Sql sql, String table, String changes, String condition) {
        var found = new ArrayList<Boolean>();
        for (var count : runEach(sql, "update " + table + " as t set " + changes + " where " + condition)) {
            found.add(count > 0);
        }
        return found;
    }

    private List<Boolean> updateAll(Sql sql, String table, String changes, String condition) {
        if (rows.isEmpty()) {
            return List.of();
        }
        RowMapper<String> key = row -> row.getString(1);
        var changed = new HashSet<String>();
        parts().forEach(part -> changed.addAll(sql.query(
                "update " + table + " as t set " + changes + " from " + source() + " where " + condition
                        + " returning d." + columns.getFirst(),
                key,
                arrays(part))));
        return rows.stream().map(row -> changed.contains((String) row[0])).toList();
    }

    /** Deletes the rows that a condition picks for each of these rows, with names as for {@link #update}. */
    public void delete(Sql sql, String table, String condition) {
        if (rows.isEmpty()) {
            return;
        }
        switch (sql.dialect()) {
            case SQLITE -> runEach(sql, "delete from " + table + " as t where " + condition);
            case POSTGRESQL ->
                parts().forEach(part -> sql.update(
                        "delete from " + table + " as t using " + source() + " where " + condition, arrays(part)));
        }
    }

    /** Runs the statement once for each row, with a numbered placeholder for each mention of a column. */
    private int[] runEach(Sql sql, String statement) {
        var numbered = statement;
        var used = new ArrayList<Integer>();
        for (var index = 0; index < columns.size(); index++) {
            var mention =
                    Pattern.compile("\\bd\\." + columns.get(index) + "\\b").matcher(numbered);
            if (mention.find()) {
                used.add(index);
                numbered = mention.replaceAll("?" + used.size());
            }
        }
        var parameters = used.size() == columns.size()
                ? rows
                : rows.stream().map(row -> pick(row, used)).toList();
        return sql.batch(numbered, parameters);
    }

    private static @Nullable Object[] pick(@Nullable Object[] row, List<Integer> indexes) {
        var picked = new @Nullable Object[indexes.size()];
        for (var index = 0; index < picked.length; index++) {
            picked[index] = row[indexes.get(index)];
        }
        return picked;
    }

    private String source() {
        return "unnest(" + placeholders("?::text[]") + ") as d(" + String.join(", ", columns) + ")";
    }

    private String placeholders(String placeholder) {
        return String.join(", ", Collections.nCopies(columns.size(), placeholder));
    }

    private List<List<@Nullable Object[]>> parts() {
        var parts = new ArrayList<List<@Nullable Object[]>>();
        for (var start = 0; start < rows.size(); start += MOST_AT_ONCE) {
            parts.add(rows.subList(start, Math.min(rows.size(), start + MOST_AT_ONCE)));
        }
        return parts;
    }

    private Object[] arrays(List<@Nullable Object[]> part) {
        var arrays = new Object[columns.size()];
        for (var column = 0; column < arrays.length; column++) {
            var values = new @Nullable String[part.size()];
            for (var index = 0; index < values.length; index++) {
                values[index] = (String) part.get(index)[column];
            }
            arrays[column] = values;
        }
        return arrays;
    }
}
