// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import static java.util.Objects.requireNonNullElse;

import java.sql.SQLException;
import java.util.Locale;

/** A statement failed. The cause is what the driver threw. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether a row could not be written because another has its key. */
    public boolean isConflict() {
        return isConflict(this);
    }

    /** Like {@link #isConflict()}, for a failure of any kind. Backstage counterpart: {@code isDatabaseConflictError}. */
    public static boolean isConflict(Throwable failure) {
        if (failure instanceof DatabaseException && failure.getCause() instanceof SQLException cause) {
            return isConflict(cause);
        }
        if (failure instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
            return true;
        }
        var message = requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
        return message.contains("unique constraint") || message.contains("duplicate entry");
    }
}
