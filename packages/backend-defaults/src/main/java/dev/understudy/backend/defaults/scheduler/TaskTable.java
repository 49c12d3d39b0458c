// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.database.SqlTime;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The global tasks of a plugin, one row each. A row is claimed by writing a ticket into it, which only one process can; the
 * run is over when the ticket is gone, whoever took it away.
 */
final class TaskTable {
    private static final String TABLE = "backstage_backend_tasks__tasks";
    private static final String END_RUN = "current_run_ticket = NULL, current_run_started_at = NULL,"
            + " current_run_expires_at = NULL, last_run_ended_at = CURRENT_TIMESTAMP, last_run_error_json = ?";

    private final Sql sql;
    private final InstantSource clock;

    TaskTable(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A row that a poll has found. */
    record Polled(String id, String settingsJson, boolean ready) {}

    /** Adds the task, or brings its row up to date; a planned run is only moved to an earlier time. */
    void persist(String id, TaskSettings settings) {
        var start = firstStart(settings);
        var next = nextStart(settings);
        var parameters =
                new ArrayList<@Nullable Object>(List.of(id, settings.toJson().toString()));
        parameters.addAll(start.parameters());
        parameters.addAll(next.parameters());
        parameters.addAll(next.parameters());
        sql.update(
                "INSERT INTO " + TABLE + " (id, settings_json, next_run_start_at) VALUES (?, ?, " + start.sql()
                        + ") ON CONFLICT (id) DO UPDATE SET settings_json = excluded.settings_json,"
                        + " next_run_start_at = CASE WHEN " + TABLE + ".next_run_start_at IS NULL OR " + next.sql()
                        + " < " + TABLE + ".next_run_start_at THEN " + next.sql() + " ELSE " + TABLE
                        + ".next_run_start_at END",
                parameters.toArray());
    }

    private SqlTimeExpression firstStart(TaskSettings settings) {
        if (settings.initialDelay().isPresent()) {
            return SqlTimeExpression.nowPlus(settings.initialDelayDuration(), sql.dialect());
        }
        return settings.isManual() || settings.cron() != null ? nextStart(settings) : SqlTimeExpression.now();
    }

    private SqlTimeExpression nextStart(TaskSettings settings) {
        var cron = settings.cron();
        if (cron != null) {
            var next = cron.next(clock.instant().atZone(ZoneId.systemDefault()));
            return SqlTimeExpression.at(next.minusSeconds(1).toInstant(), sql.dialect());
        }
        return settings.isManual()
                ? SqlTimeExpression.never()
                : SqlTimeExpression.nowPlus(settings.interval(), sql.dialect());
    }

    List<Polled> poll(Collection<String> ids) {
        var placeholders = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return sql.query(
                "SELECT id, settings_json, CASE WHEN next_run_start_at <= CURRENT_TIMESTAMP"
                        + " AND current_run_ticket IS NULL THEN 1 ELSE 0 END AS ready FROM " + TABLE + " WHERE id IN ("
                        + placeholders + ")",
                row -> new Polled(row.getString("id"), row.getString("settings_json"), row.getInt("ready") == 1),
                ids.toArray());
    }

    /** Starts a run unless there is one; tells whether it did. */
    boolean claim(String id, String ticket, TaskSettings settings) {
        var expires = SqlTimeExpression.nowPlus(settings.timeoutDuration(), sql.dialect());
        var parameters = new ArrayList<@Nullable Object>(List.of(ticket));
        parameters.addAll(expires.parameters());
        parameters.add(id);
        return sql.update(
                        "UPDATE " + TABLE + " SET current_run_ticket = ?, current_run_started_at = CURRENT_TIMESTAMP,"
                                + " current_run_expires_at = " + expires.sql()
                                + " WHERE id = ? AND current_run_ticket IS NULL",
                        parameters.toArray())
                == 1;
    }

    boolean holds(String id, String ticket) {
        return sql.one("SELECT 1 FROM " + TABLE + " WHERE id = ? AND current_run_ticket = ?", _ -> true, id, ticket)
                .isPresent();
    }

    /** Ends a run and plans the next, unless the run has been taken away; tells whether it did. */
    boolean release(String id, String ticket, TaskSettings settings, @Nullable String errorJson) {
        var next = afterRun(settings);
        var parameters = new ArrayList<@Nullable Object>(next.parameters());
        Collections.addAll(parameters, errorJson, id, ticket);
        return sql.update(
                        "UPDATE " + TABLE + " SET next_run_start_at = " + next.sql() + ", " + END_RUN
                                + " WHERE id = ? AND current_run_ticket = ?",
                        parameters.toArray())
                == 1;
    }

    private SqlTimeExpression afterRun(TaskSettings settings) {
        var cron = settings.cron();
        if (cron != null) {
            var next = cron.next(clock.instant().atZone(ZoneId.systemDefault()));
            return SqlTimeExpression.at(next.toInstant(), sql.dialect());
        }
        return settings.isManual()
                ? SqlTimeExpression.never()
                : SqlTimeExpression.nextRunPlus(settings.interval(), sql.dialect());
    }

    void trigger(String id) {
        if (sql.one("SELECT 1 FROM " + TABLE + " WHERE id = ?", _ -> true, id).isEmpty()) {
            throw new NotFoundException("Task " + id + " does not exist");
        }
        var due = sql.update(
                "UPDATE " + TABLE + " SET next_run_start_at = CURRENT_TIMESTAMP"
                        + " WHERE id = ? AND current_run_ticket IS NULL",
                id);
        if (due < 1) {
            throw new ConflictException("Task " + id + " is currently running");
        }
    }

    void cancel(String id) {
        var row = sql.one(
                        "SELECT settings_json, current_run_ticket FROM " + TABLE + " WHERE id = ?",
                        TaskTable::readRun,
                        id)
                .orElseThrow(() -> new NotFoundException("Task " + id + " does not exist"));
        var cancelled = row.ticket()
                .filter(ticket -> release(
                        id, ticket, TaskSettings.parse(row.settingsJson()), TaskErrors.toJson("Task was cancelled")));
        if (cancelled.isEmpty()) {
            throw new ConflictException("Task " + id + " is not running");
        }
    }

    private record Run(String settingsJson, Optional<String> ticket) {}

    private static Run readRun(ResultSet row) throws SQLException {
        return new Run(row.getString("settings_json"), Optional.ofNullable(row.getString("current_run_ticket")));
    }

    /** Takes away the runs that should have ended, and returns the ids of their tasks. */
    List<String> releaseExpired() {
        return sql.query(
                "UPDATE " + TABLE + " SET " + END_RUN
                        + " WHERE current_run_expires_at < CURRENT_TIMESTAMP RETURNING id",
                row -> row.getString("id"),
                TaskErrors.toJson("Task timed out"));
    }

    Map<String, TaskState> states() {
        var states = new LinkedHashMap<String, TaskState>();
        sql.query("SELECT * FROM " + TABLE, row -> states.put(row.getString("id"), readState(row)));
        return states;
    }

    private static TaskState readState(ResultSet row) throws SQLException {
        var startedAt = SqlTime.read(row, "current_run_started_at").map(TaskTable::text);
        var lastRun = new TaskState.LastRun(
                SqlTime.read(row, "last_run_ended_at").map(TaskTable::text),
                Optional.ofNullable(row.getString("last_run_error_json")).filter(error -> !error.isEmpty()));
        if (startedAt.isPresent()) {
            var timesOutAt = SqlTime.read(row, "current_run_expires_at").map(TaskTable::text);
            return new TaskState.Running(startedAt.get(), timesOutAt, lastRun);
        }
        return new TaskState.Idle(SqlTime.read(row, "next_run_start_at").map(TaskTable::text), lastRun);
    }

    private static String text(java.time.Instant time) {
        return TaskTimes.local(time);
    }
}
