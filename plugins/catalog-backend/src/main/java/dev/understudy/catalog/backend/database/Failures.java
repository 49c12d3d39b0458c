// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.DatabaseException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keeps one bad row from spoiling the batch it is in. */
public final class Failures {
    private Failures() {}

    /**
     * Runs work on a batch; if it fails, on its halves, down to single items.
     *
     * @param onFailure told the items that nothing helped, and why
     */
    public static <T> void isolate(
            List<T> batch, Consumer<List<T>> work, BiConsumer<List<T>, RuntimeException> onFailure) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            work.accept(batch);
        } catch (RuntimeException failure) {
            if (batch.size() == 1 || isConnectionFailure(failure)) {
                onFailure.accept(batch, failure);
                return;
            }
            var middle = batch.size() / 2;
            isolate(batch.subList(0, middle), work, onFailure);
            isolate(batch.subList(middle, batch.size()), work, onFailure);
        }
    }

    // without a connection, smaller batches fail as well, each after a long wait
    private static boolean isConnectionFailure(RuntimeException failure) {
        return failure instanceof DatabaseException
                && failure.getCause() instanceof SQLException cause
                && (cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || (cause.getSQLState() != null && cause.getSQLState().startsWith("08")));
    }
}
