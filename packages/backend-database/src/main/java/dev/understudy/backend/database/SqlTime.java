// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as knex keeps them: {@code timestamptz} on PostgreSQL; on SQLite milliseconds since 1970 when written
 * by a program and text such as {@code 2026-01-31 12:00:00} when written by {@code CURRENT_TIMESTAMP}.
 */
public final class SqlTime {
    private SqlTime() {}

    /** The value to bind to a placeholder. */
    public static Object toParameter(Instant time, DatabaseDialect dialect) {
        return switch (dialect) {
            case SQLITE -> time.toEpochMilli();
            case POSTGRESQL -> OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
        };
    }

    /** Reads a time from any of these forms; empty for null. */
    public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(fromColumn(row.getObject(column)));
    }

    private static @Nullable Instant fromColumn(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Number millis -> Instant.ofEpochMilli(millis.longValue());
            case java.sql.Timestamp timestamp -> timestamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            case String text -> parse(text);
            default ->
                throw new SQLException(
                        "Not a point in time: " + value.getClass().getName());
        };
    }

    private static Instant parse(String text) {
        var iso = text.replace(' ', 'T');
        var zoned = iso.endsWith("Z") || iso.indexOf('+') >= 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
