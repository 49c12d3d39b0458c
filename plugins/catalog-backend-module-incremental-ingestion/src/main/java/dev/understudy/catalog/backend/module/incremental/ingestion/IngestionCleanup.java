// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.Sql;

/** Deletes what ingestions left. Thread-safe. */
record IngestionCleanup(Sql sql, IngestionRecords records) {
    private static final String ENTITIES_OF_MARKS =
            "delete from ingestion_mark_entities where ingestion_mark_id in (select id from ingestion_marks where"
                    + " ingestion_id in (select id from ingestions where ";
    private static final String MARKS_OF =
            "delete from ingestion_marks where ingestion_id in (select id from ingestions where ";

    /** How many rows went. */
    record Deletions(int markEntitiesDeleted, int marksDeleted, int ingestionsDeleted) {}

    /** Deletes all ingestions of a provider that have ended. */
    Deletions clearFinished(String provider) {
        return sql.inTransaction(
                transaction -> delete(transaction, "provider_name = ? and completion_ticket <> 'open'", provider));
    }

    /** Deletes all ingestions of a provider, and starts no other for a day. */
    Deletions purgeAndReset(String provider) {
        return sql.inTransaction(transaction -> {
            var deleted = delete(transaction, "provider_name = ?", provider);
            records.in(transaction).insertPaused(provider);
            return deleted;
        });
    }

    private static Deletions delete(Sql transaction, String which, String provider) {
        return new Deletions(
                transaction.update(ENTITIES_OF_MARKS + which + "))", provider),
                transaction.update(MARKS_OF + which + ")", provider),
                transaction.update("delete from ingestions where " + which, provider));
    }

    /** Deletes all ingestions of all providers, and starts no other for a day. */
    Deletions purgeAll() {
        return sql.inTransaction(transaction -> {
            var inside = records.in(transaction);
            var providers = inside.providers();
            var entities = transaction.update("delete from ingestion_mark_entities");
            var marks = transaction.update("delete from ingestion_marks");
            var ingestions = transaction.update("delete from ingestions");
            providers.forEach(inside::insertPaused);
            return new Deletions(entities, marks, ingestions);
        });
    }
}
