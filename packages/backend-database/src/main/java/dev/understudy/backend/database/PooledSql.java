// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Statements that each take a connection from a pool. */
final class PooledSql extends Sql {
    private final DataSource dataSource;

    PooledSql(DataSource dataSource, DatabaseDialect dialect) {
        super(dialect);
        this.dataSource = dataSource;
    }

    @Override
    public <T> T withConnection(ConnectionWork<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.run(connection);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    @Override
    public <T> T onConnection(SqlWork<T> work) {
        return withConnection(connection -> new ConnectedSql(connection, dialect()).onConnection(work));
    }

    @Override
    public <T> T inTransaction(SqlWork<T> work) {
        return withConnection(connection -> new ConnectedSql(connection, dialect()).inTransaction(work));
    }
}
