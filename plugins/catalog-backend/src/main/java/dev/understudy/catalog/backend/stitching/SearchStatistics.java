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
    private static final int LONG_REST = 5;
    private static final String ANALYZE =
            "analyze search, final_entities, relations, refresh_state, refresh_state_references";
    // a fifth of what PostgreSQL looks at otherwise: enough to tell large from small
    private static final String GLANCE = "set local default_statistics_target = 20";

    private final Sql sql;
    private final LoggerService logger;
    private long total;
    private long sinceGlance;
    private long sinceLook;
    private int rests;

    SearchStatistics(Sql sql, LoggerService logger) {
        this.sql = sql;
        this.logger = logger;
    }

    /** Tells of entities that were written; when they have become three times as many, it is time for a glance. */
    synchronized void written(int entities) {
        rests = 0;
        total += entities;
        sinceGlance += entities;
        sinceLook += entities;
        if (sinceGlance >= MANY_ENTITIES && sinceGlance > total / 3 * 2) {
            sinceGlance = 0;
            run(GLANCE, ANALYZE);
        }
    }

    /** Tells that there was nothing to write; after a few times, it is time for a good look. */
    synchronized void rested() {
        rests++;
        if (rests >= LONG_REST && sinceLook >= MANY_ENTITIES) {
            sinceGlance = 0;
            sinceLook = 0;
            run(ANALYZE);
        }
    }

    private void run(String... statements) {
        if (sql.dialect() != DatabaseDialect.POSTGRESQL) {
            return;
        }
        try {
            sql.inTransaction(transaction -> {
                for (var statement : statements) {
                    transaction.update(statement);
                }
                return statements.length;
            });
        } catch (DatabaseException failure) {
            logger.warn("Failed to update the statistics of the catalog's tables", failure);
        }
    }
}
