// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SqlTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void queriesAndChangesRows(DatabaseDialect dialect) {
        var sql = todos(dialect);
        assertThat(sql.update("insert into todos (id, title) values (?, ?)", 1, "write"))
                .isEqualTo(1);
        assertThat(sql.batch(
                        "insert into todos (id, title) values (?, ?)",
                        List.of(new Object[] {2, "read"}, new Object[] {3, "sleep"})))
                .containsExactly(1, 1);
        assertThat(sql.query("select title from todos where id > ? order by id", row -> row.getString(1), 1))
                .containsExactly("read", "sleep");
        assertThat(sql.one("select title from todos where id = ?", row -> row.getString(1), 9))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesBackTheWholeTransactionWhenTheWorkFails(DatabaseDialect dialect) {
        var sql = todos(dialect);
        var failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> sql.inTransaction(transaction -> {
                    transaction.update("insert into todos (id, title) values (1, 'lost')");
                    transaction.inTransaction(
                            nested -> nested.update("insert into todos (id, title) values (2, 'lost')"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(sql.query("select id from todos", row -> row.getInt(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsPointsInTime(DatabaseDialect dialect) {
        var sql = todos(dialect);
        var time = Instant.parse("2026-01-31T12:34:56.789Z");
        sql.update("insert into todos (id, due) values (1, ?)", time);
        sql.update("insert into todos (id, due) values (2, CURRENT_TIMESTAMP)");
        sql.update("insert into todos (id, due) values (3, ?)", new Object[] {null});
        assertThat(sql.query("select due from todos order by id", row -> SqlTime.read(row, "due")))
                .satisfies(times -> {
                    assertThat(times.get(0)).contains(time);
                    assertThat(times.get(1).orElseThrow())
                            .isBetween(
                                    Instant.now().minusSeconds(60),
                                    Instant.now().plusSeconds(60));
                    assertThat(times.get(2)).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource
    void tellsConflictsFromOtherFailures(DatabaseDialect dialect) {
        var sql = todos(dialect);
        sql.update("insert into todos (id, title) values (1, 'a')");
        var conflict = catchThrowableOfType(
                DatabaseException.class, () -> sql.update("insert into todos (id, title) values (1, 'b')"));
        var mistake = catchThrowableOfType(DatabaseException.class, () -> sql.update("insert into nothing values (1)"));
        assertThat(conflict.isConflict()).isTrue();
        assertThat(mistake.isConflict()).isFalse();
    }

    private Sql todos(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        var time = dialect == DatabaseDialect.SQLITE ? "datetime" : "timestamptz";
        var sql = Sql.writing(database);
        sql.script("create table todos (id integer primary key, title text, due " + time
                + "); create index todos_title on todos (title);");
        return sql;
    }
}
