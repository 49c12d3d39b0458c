// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements with {@code ?} placeholders. An {@link Instant} is bound as {@link SqlTime} says, everything else as
 * the driver does. Each method throws {@link DatabaseException} when the database refuses.
 *
 * <p>Over a pool, every call takes a connection for itself and the object is thread-safe; inside {@link #inTransaction}
 * and {@link #onConnection} all calls share one connection, for one thread at a time.
 */
public abstract sealed class Sql permits PooledSql, ConnectedSql {
    private final DatabaseDialect dialect;

    Sql(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    /** Statements that read and write. */
    public static Sql writing(DatabaseService database) {
        return of(database.dataSource(), database.dialect());
    }

    /** Statements that only read. */
    public static Sql reading(DatabaseService database) {
        return of(database.readDataSource(), database.dialect());
    }

    public static Sql of(DataSource dataSource, DatabaseDialect dialect) {
        return new PooledSql(dataSource, dialect);
    }

    public final DatabaseDialect dialect() {
        return dialect;
    }

    /** Lends a connection to work that needs JDBC itself. */
    public abstract <T> T withConnection(ConnectionWork<T> work);

    /** Runs several statements on one connection, each committed on its own. */
    public abstract <T> T onConnection(SqlWork<T> work);

    /**
     * Runs several statements that take effect together, or not at all if the work throws. Within a transaction, the work
     * joins it. What the work throws is thrown on; a checked exception as the cause of an {@link IllegalStateException}.
     */
    public abstract <T> T inTransaction(SqlWork<T> work);

    /** All rows of a result, in order. */
    public final <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var result = new ArrayList<T>();
                    while (rows.next()) {
                        result.add(mapper.map(rows));
                    }
                    return result;
                }
            }
        });
    }

    /** The first row of a result. */
    public final <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Changes rows, and tells how many. */
    public final int update(String sql, @Nullable Object... parameters) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    /** Runs one statement for each set of parameters, and tells how many rows each changed. Wants a transaction around. */
    public final int[] batch(String sql, Collection<@Nullable Object[]> parameterSets) {
        if (parameterSets.isEmpty()) {
            return new int[0];
        }
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var parameters : parameterSets) {
                    bind(statement, parameters);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Runs statements without parameters, separated by semicolons; what they return is dropped. */
    public final void script(String statements) {
        withConnection(connection -> {
            try (var statement = connection.createStatement()) {
                // the SQLite driver runs all of them only as an update, the other accepts selects only otherwise
                return dialect == DatabaseDialect.SQLITE
                        ? statement.executeUpdate(statements)
                        : statement.execute(statements);
            }
        });
    }

    private void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            var value = parameters[index];
            statement.setObject(index + 1, value instanceof Instant time ? SqlTime.toParameter(time, dialect) : value);
        }
    }
}
