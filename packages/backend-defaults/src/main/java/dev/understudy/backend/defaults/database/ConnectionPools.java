// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;

/**
 * The open connections of one plugin; both pools may be the same one.
 *
 * @param remote what is behind them, when it is a server
 */
record ConnectionPools(HikariDataSource writing, HikariDataSource reading, Optional<OpenConnections> remote)
        implements AutoCloseable {
    ConnectionPools {
        DatabasePools.open(writing);
        DatabasePools.open(reading);
    }

    @Override
    public void close() {
        DatabasePools.close(reading);
        DatabasePools.close(writing);
    }
}
