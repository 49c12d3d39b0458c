// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KnexMigratorTest {
    private static final Migration INIT = Migration.sql(
            "1_init.js", "create table todos (id integer primary key); create table notes (id integer primary key)");
    private static final Migration TITLE = Migration.sql("2_title.js", "alter table todos add column title text");
    private static final Migration BROKEN = Migration.sql("3_broken.js", "alter table nothing add column title text");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void recordsEachRunAsABatch(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        assertThat(KnexMigrator.create(database, List.of(INIT)).latest()).containsExactly("1_init.js");
        assertThat(KnexMigrator.create(database, List.of(INIT, TITLE)).latest()).containsExactly("2_title.js");
        assertThat(KnexMigrator.create(database, List.of(INIT, TITLE)).latest()).isEmpty();

        var sql = Sql.reading(database);
        assertThat(sql.query(
                        "select * from knex_migrations order by id",
                        row -> row.getInt("id") + " "
                                + row.getString("name") + " " + row.getInt("batch") + " "
                                + SqlTime.read(row, "migration_time").isPresent()))
                .containsExactly("1 1_init.js 1 true", "2 2_title.js 2 true");
        assertThat(lock(sql)).containsExactly(0);
    }

    @Test
    void createsTheTablesOfKnexOnSqlite() {
        var database = TestDatabase.sqlite(directory);
        KnexMigrator.create(database, List.of(INIT)).latest();
        assertThat(Sql.reading(database)
                        .query(
                                "select name, type from pragma_table_info('knex_migrations')",
                                row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly("id INTEGER", "name varchar(255)", "batch INTEGER", "migration_time datetime");
        assertThat(Sql.reading(database)
                        .one("select typeof(migration_time) from knex_migrations", row -> row.getString(1)))
                .contains("integer");
    }

    @ParameterizedTest
    @EnumSource
    void takesBackAllMigrationsOfABatchThatFails(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        assertThatThrownBy(() -> KnexMigrator.create(database, List.of(INIT, TITLE, BROKEN))
                        .latest())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Migration '3_broken.js' failed")
                .hasCauseInstanceOf(DatabaseException.class);
        var sql = Sql.reading(database);
        assertThat(sql.query("select name from knex_migrations", row -> row.getString(1)))
                .isEmpty();
        assertThat(lock(sql)).containsExactly(0);
        assertThat(KnexMigrator.create(database, List.of(INIT, TITLE)).latest()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatRanBeforeAFailureWhenOneMayNotRunInATransaction(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        var migrator = KnexMigrator.create(database, List.of(INIT, TITLE.withoutTransaction(), BROKEN));
        assertThatThrownBy(migrator::latest).hasMessage("Migration '3_broken.js' failed");
        var sql = Sql.reading(database);
        assertThat(sql.query("select name from knex_migrations order by id", row -> row.getString(1)))
                .containsExactly("1_init.js", "2_title.js");
        assertThat(lock(sql)).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatIsAhead(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        KnexMigrator.create(database, List.of(INIT, TITLE)).latest();
        assertThatThrownBy(() -> KnexMigrator.create(database, List.of(INIT)).latest())
                .hasMessage("The migration directory is corrupt, the following files are missing: 2_title.js");
    }

    @ParameterizedTest
    @EnumSource
    void refusesALockThatSomebodyLeft(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect, directory);
        KnexMigrator.create(database, List.of(INIT)).latest();
        Sql.writing(database).update("update knex_migrations_lock set is_locked = 1");
        assertThatThrownBy(() ->
                        KnexMigrator.create(database, List.of(INIT, TITLE)).latest())
                .isInstanceOf(MigrationLockedException.class)
                .hasMessage("Migration table is already locked. If you are sure that nothing else migrates this"
                        + " database, run: UPDATE \"knex_migrations_lock\" SET is_locked = 0");
    }

    @ParameterizedTest
    @EnumSource
    void migratesOnceWhenSeveralProcessesStartTogether(DatabaseDialect dialect) throws Exception {
        var database = TestDatabase.create(dialect, directory);
        var runs = new ArrayList<Callable<List<String>>>();
        for (var run = 0; run < 4; run++) {
            runs.add(() -> KnexMigrator.create(database, List.of(INIT, TITLE)).latest());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var names = new ArrayList<String>();
            for (var result : threads.invokeAll(runs)) {
                names.addAll(result.get());
            }
            assertThat(names).containsExactly("1_init.js", "2_title.js");
        }
    }

    @Test
    void keepsItsRecordInAnotherTable() {
        var database = TestDatabase.sqlite(directory);
        KnexMigrator.create(database, List.of(INIT))
                .withTable("mine__knex_migrations")
                .latest();
        var sql = Sql.reading(database);
        assertThat(sql.query("select name from mine__knex_migrations", row -> row.getString(1)))
                .containsExactly("1_init.js");
        assertThat(sql.query("select is_locked from mine__knex_migrations_lock", row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void leavesADatabaseAloneThatSomebodyElseMigrates() {
        var database = new TestDatabase(TestDatabase.sqlite(directory).dataSource(), DatabaseDialect.SQLITE, true);
        assertThat(KnexMigrator.create(database, List.of(INIT)).latest()).isEmpty();
        assertThat(Sql.reading(database).query("select name from sqlite_master", row -> row.getString(1)))
                .isEmpty();
    }

    private static List<Integer> lock(Sql sql) {
        return sql.query("select is_locked from knex_migrations_lock", row -> row.getInt(1));
    }
}
