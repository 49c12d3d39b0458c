// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.util.function.BiPredicate;

/** Tells which values many entities have. PostgreSQL plans by statistics of its own and is told nothing. */
final class CommonValues implements BiPredicate<String, String> {
    private static final int MANY = 1_000;
    private static final String COUNT_UP_TO =
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE key = ? AND value = ? LIMIT " + MANY + ")";

    private final Sql sql;

    CommonValues(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean test(String key, String value) {
        return sql.dialect() == DatabaseDialect.SQLITE
                && SqlQuery.of(COUNT_UP_TO, key, value).number(sql) == MANY;
    }
}
