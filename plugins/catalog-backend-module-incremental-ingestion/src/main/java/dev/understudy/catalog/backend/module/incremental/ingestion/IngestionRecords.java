// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.DatabaseException;
import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.database.SqlTime;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The states of ingestions. A provider has one that is open, and those before it. Thread-safe. */
final class IngestionRecords {
    private static final Duration PAUSED = Duration.ofHours(24);
    private static final String OPEN = " where provider_name = ? and completion_ticket = 'open'";
    private static final RowMapper<IngestionRecord> RECORD = row -> new IngestionRecord(
            row.getString("id"),
            row.getString("status"),
            row.getString("next_action"),
            SqlTime.read(row, "next_action_at").orElse(Instant.EPOCH),
            Optional.ofNullable(row.getString("last_error")),
            row.getInt("attempts"));

    private final Sql sql;
    private final Clock clock;

    IngestionRecords(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    IngestionRecords in(Sql transaction) {
        return new IngestionRecords(transaction, clock);
    }

    static String id(Sql sql) {
        return sql.dialect() == DatabaseDialect.POSTGRESQL ? "?::uuid" : "?";
    }

    Instant now() {
        return clock.instant();
    }

    Optional<IngestionRecord> current(String provider) {
        return sql.one("select * from ingestions" + OPEN, RECORD, provider);
    }

    /** Starts an ingestion; nothing if there is one already. */
    Optional<IngestionRecord> start(String provider) {
        try {
            insert(provider, "ingest", "bursting", now(), Optional.empty());
        } catch (DatabaseException duplicate) {
            return Optional.empty();
        }
        return current(provider);
    }

    /** Puts a provider to rest for a day, as if it had just ended. */
    void insertPaused(String provider) {
        insert(provider, "rest", "resting", now().plus(PAUSED), Optional.of(now()));
    }

    private void insert(
            String provider, String nextAction, String status, Instant nextActionAt, Optional<Instant> completed) {
        sql.update(
                "insert into ingestions (id, provider_name, next_action, status, next_action_at,"
                        + " ingestion_completed_at, completion_ticket) values (" + id(sql) + ", ?, ?, ?, ?, ?, 'open')",
                UUID.randomUUID().toString(),
                provider,
                nextAction,
                status,
                nextActionAt,
                completed.orElse(null));
    }

    List<String> providers() {
        return sql.query("select distinct provider_name from ingestions", row -> row.getString(1));
    }

    /** The provider of each ingestion that has not ended. */
    List<String> activeProviders() {
        return sql.query(
                "select provider_name from ingestions where rest_completed_at is null", row -> row.getString(1));
    }

    private void update(String id, String assignments, Object... values) {
        var parameters = new Object[values.length + 1];
        System.arraycopy(values, 0, parameters, 0, values.length);
        parameters[values.length] = id;
        sql.update("update ingestions set " + assignments + " where id = " + id(sql), parameters);
    }

    void bursting(String id) {
        update(id, "status = 'bursting'");
    }

    void interstitial(String id) {
        update(id, "attempts = 0, status = 'interstitial'");
    }

    void ingesting(String id) {
        update(id, "next_action = 'ingest'");
    }

    void resting(String id, Duration restLength) {
        update(
                id,
                "next_action = 'rest', next_action_at = ?, ingestion_completed_at = ?, status = 'resting'",
                now().plus(restLength),
                now());
    }

    void complete(String id) {
        finish(id, "nothing (done)");
    }

    void canceled(String id) {
        finish(id, "nothing (canceled)");
    }

    private void finish(String id, String nextAction) {
        update(
                id,
                "next_action = ?, rest_completed_at = ?, status = 'complete', completion_ticket = ?",
                nextAction,
                now(),
                UUID.randomUUID().toString());
    }

    void canceling(String id) {
        update(id, "next_action = 'cancel', next_action_at = ?, status = 'canceling'", now());
    }

    void lastError(String id, String message) {
        update(id, "last_error = ?", message);
    }

    void backoff(String id, int attempts, String error, Duration wait) {
        update(
                id,
                "next_action = 'backoff', attempts = ?, last_error = ?, next_action_at = ?, status = 'backing off'",
                attempts + 1,
                error,
                now().plus(wait));
    }

    /** Makes the next action due. */
    void trigger(String provider) {
        sql.update("update ingestions set next_action_at = ?" + OPEN, now(), provider);
    }

    /** Ends the open ingestion, and starts no other for a day. */
    void cancel(String provider) {
        sql.update(
                "update ingestions set next_action = 'nothing (done)', ingestion_completed_at = ?, next_action_at = ?,"
                        + " status = 'resting'" + OPEN,
                now(),
                now().plus(PAUSED),
                provider);
    }
}
