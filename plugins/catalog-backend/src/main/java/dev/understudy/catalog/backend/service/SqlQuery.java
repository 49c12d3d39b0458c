// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it grows, with the values of its placeholders. */
final class SqlQuery {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    static SqlQuery of(String text, @Nullable Object... values) {
        return new SqlQuery().append(text, values);
    }

    SqlQuery append(String more, @Nullable Object... values) {
        text.append(more);
        parameters.addAll(java.util.Arrays.asList(values));
        return this;
    }

    <T> List<T> list(Sql sql, RowMapper<T> mapper) {
        return sql.query(text.toString(), mapper, parameters.toArray());
    }

    long number(Sql sql) {
        return sql.one(text.toString(), row -> row.getLong(1), parameters.toArray())
                .orElse(0L);
    }
}
