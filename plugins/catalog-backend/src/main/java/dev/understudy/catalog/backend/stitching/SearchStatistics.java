// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.backend.database.DatabaseException;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.LoggerService;

/**
 * Keeps PostgreSQL's knowledge of the tables that are read in step with their growth. Until its own housekeeping comes
 * round, which can take a minute, it takes a table that was just filled for an empty one, and plans queries that take
 * seconds instead of milliseconds. Thread-safe.
 */
final class SearchStatistics {
    private static final int MANY_ENTITIES = 1_000;

    private final Sql sql;
    private final LoggerService logger;
    private long total;
    private long unknown;

    SearchStatistics(Sql sql, LoggerService logger) {
        this.sql = sql;
        this.logger = logger;
    }

    /** Tells of entities that were written; when they have become twice as many, it is time. */
    synchronized void written(int entities) {
        total += entities;
        unknown += entities;
        if (unknown > total / 2) {
            refresh();
        }
    }

    /** Tells that there is nothing left to write. */
    synchronized void settled() {
        refresh();
    }

    private void refresh() {
        if (unknown < MANY_ENTITIES) {
            return;
        }
        unknown = 0;
        if (sql.dialect() == DatabaseDialect.POSTGRESQL) {
            try {
                sql.update("analyze search, final_entities, relations, refresh_state, refresh_state_references");
            } catch (DatabaseException failure) {
                logger.warn("Failed to update the statistics of the catalog's tables", failure);
            }
        }
    }
}
