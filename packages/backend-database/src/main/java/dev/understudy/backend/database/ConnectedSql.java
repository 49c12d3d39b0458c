// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Statements on one connection. */
final class ConnectedSql extends Sql {
    private final Connection connection;

    ConnectedSql(Connection connection, DatabaseDialect dialect) {
        super(dialect);
        this.connection = connection;
    }

    @Override
    public <T> T withConnection(ConnectionWork<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    @Override
    public <T> T onConnection(SqlWork<T> work) {
        return run(work);
    }

    @Override
    public <T> T inTransaction(SqlWork<T> work) {
        return withConnection(open -> open.getAutoCommit() ? inNewTransaction(work) : run(work));
    }

    private <T> T inNewTransaction(SqlWork<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var result = run(work);
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private <T> T run(SqlWork<T> work) {
        try {
            return work.run(this);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
