// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.DatabaseException;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.database.SqlWork;
import java.sql.SQLException;
import java.time.Duration;

/** Transactions that are tried again when another one was in their way. */
public final class Transactions {
    private static final int RETRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final int SQLITE_BUSY = 5;
    private static final int PRIMARY_RESULT_CODE = 0xff;

    private Transactions() {}

    /** Runs work that may run more than once, so it must do nothing but talk to the database. */
    public static <T> T retrying(Sql sql, SqlWork<T> work) {
        var pause = FIRST_PAUSE;
        for (var attempt = 0; ; attempt++) {
            try {
                return sql.inTransaction(work);
            } catch (DatabaseException failure) {
                if (attempt == RETRIES || !isCollision(failure)) {
                    throw failure;
                }
                sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static boolean isCollision(DatabaseException failure) {
        if (!(failure.getCause() instanceof SQLException cause)) {
            return false;
        }
        return "40P01".equals(cause.getSQLState())
                || "40001".equals(cause.getSQLState())
                || (cause.getSQLState() == null && (cause.getErrorCode() & PRIMARY_RESULT_CODE) == SQLITE_BUSY);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", stopped);
        }
    }
}
