// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The password for new connections: a token, kept until it is time for the next. Thread-safe. */
public final class RenewedPassword {
    private final TokenSource source;
    private final InstantSource clock;
    private @Nullable DatabaseToken token;

    public RenewedPassword(TokenSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A password that is good now.
     *
     * @throws SQLException when a token is needed and cannot be had
     */
    public synchronized String current() throws SQLException {
        var kept = token;
        if (kept == null || !clock.instant().isBefore(kept.renewAt())) {
            kept = acquire();
            token = kept;
        }
        return kept.password();
    }

    private DatabaseToken acquire() throws SQLException {
        try {
            return source.acquire();
        } catch (IOException failure) {
            throw new SQLException(failure.getMessage(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while a token for the database was asked for", interruption);
        }
    }
}
