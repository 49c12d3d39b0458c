// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;

/**
 * One step of a schema.
 *
 * @param name the name under which it is recorded; in a database shared with Backstage its file name, {@code .js} included
 * @param work what it does
 * @param transactional whether it may run in a transaction; if any pending migration may not, each runs on its own
 */
public record Migration(String name, Work work, boolean transactional) {
    /** What a migration does to the database. */
    @FunctionalInterface
    public interface Work {
        void run(Sql sql) throws Exception;
    }

    /** A migration in Java. */
    public static Migration of(String name, Work work) {
        return new Migration(name, work, true);
    }

    /** A migration whose statements are the same for every dialect. */
    public static Migration sql(String name, String statements) {
        return of(name, sql -> sql.script(statements));
    }

    /** A migration with statements per dialect; blank text does nothing. */
    public static Migration sql(String name, String sqlite, String postgresql) {
        return of(name, sql -> {
            var statements = sql.dialect() == DatabaseDialect.SQLITE ? sqlite : postgresql;
            if (!statements.isBlank()) {
                sql.script(statements);
            }
        });
    }

    /** The same migration, run outside of a transaction. */
    public Migration withoutTransaction() {
        return new Migration(name, work, false);
    }
}
