// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Work that needs JDBC itself. */
@FunctionalInterface
public interface ConnectionWork<T> {
    T run(Connection connection) throws SQLException;
}
