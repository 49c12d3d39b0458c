// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.database.SqlTime;
import dev.understudy.backend.defaults.testing.TestDatabase;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TaskTableTest {
    private static final TaskSettings HOURLY = new TaskSettings("PT1H", Optional.empty(), "PT10M");

    @Test
    void makesTheTableThatTheReferenceMakesOnSqlite() {
        var sql = database(DatabaseDialect.SQLITE);
        assertThat(sql.query(
                        "select name, lower(type), \"notnull\", pk from pragma_table_info('backstage_backend_tasks__tasks')",
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + row.getInt(4)))
                .containsExactly(
                        "id varchar(255) 11",
                        "settings_json text 10",
                        "next_run_start_at datetime 00",
                        "current_run_ticket text 00",
                        "current_run_started_at datetime 00",
                        "current_run_expires_at datetime 00",
                        "last_run_error_json text 00",
                        "last_run_ended_at datetime 00");
        assertThat(sql.query("select name from backstage_backend_tasks__knex_migrations", row -> row.getString(1)))
                .containsExactly(
                        "20210928160613_init.js", "20240712211735_nullable_next_run.js", "20250411000000_last_run.js");
    }

    @Test
    void makesTheTableThatTheReferenceMakesOnPostgresql() {
        assertThat(database(DatabaseDialect.POSTGRESQL)
                        .query(
                                "select column_name, data_type, is_nullable from information_schema.columns"
                                        + " where table_name = 'backstage_backend_tasks__tasks' order by ordinal_position",
                                row -> row.getString(1) + ", " + row.getString(2) + ", " + row.getString(3)))
                .containsExactly(
                        "id, character varying, NO",
                        "settings_json, text, NO",
                        "next_run_start_at, timestamp with time zone, YES",
                        "current_run_ticket, text, YES",
                        "current_run_started_at, timestamp with time zone, YES",
                        "current_run_expires_at, timestamp with time zone, YES",
                        "last_run_error_json, text, YES",
                        "last_run_ended_at, timestamp with time zone, YES");
    }

    @ParameterizedTest
    @EnumSource
    void plansTheFirstRunAsTheScheduleSays(DatabaseDialect dialect) {
        var sql = database(dialect);
        var table = new TaskTable(sql, InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z")));
        table.persist("interval", HOURLY);
        table.persist("delayed", new TaskSettings("PT1H", Optional.of("PT30M"), "PT10M"));
        table.persist("cron", new TaskSettings("0 3 * * *", Optional.empty(), "PT10M"));
        table.persist("manual", new TaskSettings("manual", Optional.empty(), "PT10M"));

        assertIsAbout(nextRun(sql, "interval"), Instant.now());
        assertIsAbout(nextRun(sql, "delayed"), Instant.now().plus(Duration.ofMinutes(30)));
        assertThat(nextRun(sql, "cron")).isEqualTo(nextCron());
        assertThat(nextRun(sql, "manual")).isNull();
        assertThat(sql.one(
                        "select settings_json from backstage_backend_tasks__tasks where id = 'delayed'",
                        row -> row.getString(1)))
                .contains(
                        "{\"version\":2,\"cadence\":\"PT1H\",\"initialDelayDuration\":\"PT30M\",\"timeoutAfterDuration\":\"PT10M\"}");
    }

    private static Instant nextCron() {
        var start = Instant.parse("2030-01-01T00:00:00Z").atZone(java.time.ZoneId.systemDefault());
        return CronExpression.parse("0 3 * * *").next(start).minusSeconds(1).toInstant();
    }

    @ParameterizedTest
    @EnumSource
    void movesAPlannedRunOnlyToAnEarlierTime(DatabaseDialect dialect) {
        var sql = database(dialect);
        var table = table(sql);
        table.persist("task", new TaskSettings("P1D", Optional.of("PT2H"), "PT10M"));
        table.persist("task", new TaskSettings("P2D", Optional.empty(), "PT10M"));
        assertIsAbout(nextRun(sql, "task"), Instant.now().plus(Duration.ofHours(2)));
        table.persist("task", HOURLY);
        assertIsAbout(nextRun(sql, "task"), Instant.now().plus(Duration.ofHours(1)));
        table.persist("task", new TaskSettings("manual", Optional.empty(), "PT10M"));
        assertIsAbout(nextRun(sql, "task"), Instant.now().plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @EnumSource
    void letsOnlyOneProcessRunATask(DatabaseDialect dialect) {
        var sql = database(dialect);
        var table = table(sql);
        table.persist("task", HOURLY);
        assertThat(table.poll(List.of("task", "other")))
                .containsExactly(new TaskTable.Polled("task", HOURLY.toJson().toString(), true));
        assertThat(table.claim("task", "first", HOURLY)).isTrue();
        assertThat(table.claim("task", "second", HOURLY)).isFalse();
        assertThat(table.holds("task", "first")).isTrue();
        assertThat(table.poll(List.of("task"))).noneMatch(TaskTable.Polled::ready);
        assertThat(table.release("task", "second", HOURLY, null)).isFalse();
        assertThat(table.release("task", "first", HOURLY, null)).isTrue();
        assertIsAbout(nextRun(sql, "task"), Instant.now().plus(Duration.ofHours(1)));
        assertThat(table.holds("task", "first")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void startsAtOnceWhenRunsTookLongerThanTheInterval(DatabaseDialect dialect) {
        var sql = database(dialect);
        var table = table(sql);
        table.persist("task", HOURLY);
        sql.update("update backstage_backend_tasks__tasks set next_run_start_at = "
                + (dialect == DatabaseDialect.SQLITE ? "datetime('now', '-5 hours')" : "now() - interval '5 hours'"));
        table.claim("task", "ticket", HOURLY);
        table.release("task", "ticket", HOURLY, null);
        assertIsAbout(nextRun(sql, "task"), Instant.now());
    }

    @ParameterizedTest
    @EnumSource
    void triggersTasksThatAreNotRunning(DatabaseDialect dialect) {
        var manual = new TaskSettings("manual", Optional.empty(), "PT10M");
        var table = table(database(dialect));
        table.persist("task", manual);
        assertThat(table.poll(List.of("task"))).noneMatch(TaskTable.Polled::ready);
        table.trigger("task");
        assertThat(table.poll(List.of("task"))).allMatch(TaskTable.Polled::ready);
        table.claim("task", "ticket", manual);
        assertThatThrownBy(() -> table.trigger("task"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Task task is currently running");
        assertThatThrownBy(() -> table.trigger("other"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Task other does not exist");
    }

    @ParameterizedTest
    @EnumSource
    void cancelsTasksThatAreRunning(DatabaseDialect dialect) {
        var table = table(database(dialect));
        table.persist("task", HOURLY);
        assertThatThrownBy(() -> table.cancel("task"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Task task is not running");
        assertThatThrownBy(() -> table.cancel("other"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Task other does not exist");
        table.claim("task", "ticket", HOURLY);
        table.cancel("task");
        assertThat(table.holds("task", "ticket")).isFalse();
        assertThat(state(table, "task"))
                .isInstanceOfSatisfying(
                        TaskState.Idle.class,
                        idle -> assertThat(idle.lastRun().error())
                                .contains("{\"name\":\"Error\",\"message\":\"Task was cancelled\"}"));
    }

    @ParameterizedTest
    @EnumSource
    void takesAwayRunsOfProcessesThatDied(DatabaseDialect dialect) {
        var sql = database(dialect);
        var table = table(sql);
        table.persist("lost", HOURLY);
        table.persist("alive", HOURLY);
        table.claim("lost", "ticket", new TaskSettings("PT1H", Optional.empty(), "PT-10S"));
        table.claim("alive", "ticket", HOURLY);
        var planned = nextRun(sql, "lost");

        assertThat(table.releaseExpired()).containsExactly("lost");
        assertThat(table.releaseExpired()).isEmpty();
        assertThat(nextRun(sql, "lost")).isEqualTo(planned);
        assertThat(table.holds("alive", "ticket")).isTrue();
        assertThat(state(table, "lost").toJson().get("lastRunError").asString())
                .isEqualTo("{\"name\":\"Error\",\"message\":\"Task timed out\"}");
        assertThat(table.claim("lost", "next", HOURLY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatTasksAreDoing(DatabaseDialect dialect) {
        var table = table(database(dialect));
        table.persist("running", HOURLY);
        table.persist("idle", HOURLY);
        table.claim("running", "ticket", HOURLY);
        var time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d";
        assertThat(state(table, "running").toJson().toString())
                .matches("\\{\"status\":\"running\",\"startedAt\":\"" + time + "\",\"timesOutAt\":\"" + time + "\"}");
        assertThat(state(table, "idle").toJson().toString())
                .matches("\\{\"status\":\"idle\",\"startsAt\":\"" + time + "\"}");
    }

    private Sql database(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect);
        TaskMigrations.run(database);
        return Sql.writing(database);
    }

    private static TaskTable table(Sql sql) {
        return new TaskTable(sql, InstantSource.system());
    }

    private static TaskState state(TaskTable table, String id) {
        return Optional.ofNullable(table.states().get(id)).orElseThrow();
    }

    private static @Nullable Instant nextRun(Sql sql, String id) {
        return sql.one(
                        "select next_run_start_at from backstage_backend_tasks__tasks where id = ?",
                        row -> SqlTime.read(row, "next_run_start_at"),
                        id)
                .orElseThrow()
                .orElse(null);
    }

    private static void assertIsAbout(@Nullable Instant actual, Instant expected) {
        assertThat(actual).isBetween(expected.minusSeconds(60), expected.plusSeconds(60));
    }
}
