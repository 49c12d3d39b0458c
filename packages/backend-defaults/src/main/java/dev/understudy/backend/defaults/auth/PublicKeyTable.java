// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.database.KnexMigrator;
import dev.understudy.backend.database.Migration;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.types.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The public keys that a plugin has signed with lately, in its own database. */
final class PublicKeyTable {
    private static final String TABLE = "backstage_backend_public_keys__keys";
    private static final Migration CREATE = Migration.sql("20240327104803_public_keys.js", """
            create table backstage_backend_public_keys__keys (
              id varchar(255) not null primary key, key text not null, expires_at varchar(255) not null)
            """, """
            create table backstage_backend_public_keys__keys (
              id varchar(255) not null primary key, key text not null, expires_at varchar(255) not null);
            comment on column backstage_backend_public_keys__keys.id is 'The unique ID of a public key';
            comment on column backstage_backend_public_keys__keys.key is 'JSON serialized public key';
            comment on column backstage_backend_public_keys__keys.expires_at is 'The time that the key expires';
            """);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private record Row(String id, String key, String expiresAt) {}

    private final Sql sql;
    private final LoggerService logger;
    private final Clock clock;

    private PublicKeyTable(Sql sql, LoggerService logger, Clock clock) {
        this.sql = sql;
        this.logger = logger;
        this.clock = clock;
    }

    static PublicKeyTable create(DatabaseService database, LoggerService logger, Clock clock) {
        KnexMigrator.create(database, List.of(CREATE))
                .withTable("backstage_backend_public_keys__knex_migrations")
                .latest();
        return new PublicKeyTable(Sql.writing(database), logger, clock);
    }

    void add(String id, JsonNode key, Instant expiresAt) {
        sql.update(
                "insert into " + TABLE + " (id, key, expires_at) values (?, ?, ?)",
                id,
                key.toString(),
                TIME.format(expiresAt));
    }

    /** The keys that have not expired; removes the others. */
    List<JsonNode> list() {
        var rows = sql.query(
                "select id, key, expires_at from " + TABLE,
                row -> new Row(row.getString(1), row.getString(2), row.getString(3)));
        var byExpiry = rows.stream().collect(Collectors.partitioningBy(this::isExpired));
        remove(byExpiry.getOrDefault(true, List.of()));
        return byExpiry.getOrDefault(false, List.of()).stream()
                .map(row -> Json.mapper().readTree(row.key()))
                .toList();
    }

    private boolean isExpired(Row row) {
        try {
            return Instant.parse(row.expiresAt()).isBefore(clock.instant());
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private void remove(List<Row> expired) {
        if (expired.isEmpty()) {
            return;
        }
        logger.info("Removing expired plugin service keys, '"
                + expired.stream().map(Row::id).collect(Collectors.joining("', '")) + "'");
        try {
            sql.batch(
                    "delete from " + TABLE + " where id = ?",
                    expired.stream().map(row -> new Object[] {row.id()}).toList());
        } catch (RuntimeException failure) {
            logger.error("Failed to remove expired plugin service keys", failure);
        }
    }
}
