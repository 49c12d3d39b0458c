// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariDataSource;

/** The open connections of one plugin; both pools may be the same one. */
record ConnectionPools(HikariDataSource writing, HikariDataSource reading) implements AutoCloseable {
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
