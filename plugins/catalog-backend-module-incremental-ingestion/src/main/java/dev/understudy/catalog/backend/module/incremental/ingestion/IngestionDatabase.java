// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.database.Sql;
import java.time.Clock;

/** All that is kept about ingestions. Thread-safe. Backstage counterpart: {@code IncrementalIngestionDatabaseManager}. */
record IngestionDatabase(IngestionRecords records, IngestionMarks marks, IngestionCleanup cleanup) {
    static IngestionDatabase create(Sql sql, Clock clock) {
        var records = new IngestionRecords(sql, clock);
        return new IngestionDatabase(records, new IngestionMarks(sql), new IngestionCleanup(sql, records));
    }
}
