// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestDatabase;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.backend.plugin.api.service.TaskScope;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

final class SchedulerServiceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TaskSchedule HOURLY =
            TaskSchedule.of(TaskFrequency.every("1 hour"), HumanDuration.parse("10 minutes"));

    private final FakeTimer timer = new FakeTimer();
    private final RecordingLogger logger = RecordingLogger.create();
    private final AtomicInteger runs = new AtomicInteger();

    private final DatabaseService database = TestDatabase.create(DatabaseDialect.SQLITE);
    private final DefaultSchedulerService scheduler =
            new DefaultSchedulerService(database, logger, timer, TaskInstruments.none(timer));

    @AfterEach
    void stop() {
        scheduler.shutdown();
    }

    @Test
    void runsANewTaskAtOnceAndThenWhenItIsDue() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> runs.get() == 1 && status("task").equals("idle"));
        scheduler.triggerTask("task");
        timer.advanceUntil(MINUTE, () -> runs.get() == 2);
        assertThat(logger.lines())
                .contains(
                        "info Registered scheduled task: task, {\"version\":2,\"cadence\":\"PT1H\",\"timeoutAfterDuration\":\"PT10M\"}");
    }

    @ParameterizedTest
    @EnumSource
    void runsATaskInOneOfSeveralProcesses(DatabaseDialect dialect) throws Exception {
        var sharedDatabase = TestDatabase.create(dialect);
        var first = new DefaultSchedulerService(sharedDatabase, logger, timer, TaskInstruments.none(timer));
        var second = new DefaultSchedulerService(sharedDatabase, logger, timer, TaskInstruments.none(timer));
        var finish = new CountDownLatch(1);
        for (var replica : new DefaultSchedulerService[] {first, second}) {
            replica.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> {
                runs.incrementAndGet();
                finish.await();
            }));
        }
        timer.waitUntil(() -> runs.get() == 1);
        var polled = new AtomicInteger();
        timer.advanceUntil(MINUTE, () -> polled.incrementAndGet() > 50);
        assertThat(runs).hasValue(1);
        finish.countDown();
        timer.waitUntil(() -> first.globalStates().get("task") instanceof TaskState.Idle);
        first.shutdown();
        second.shutdown();
    }

    @Test
    void keepsAFailureAndGoesOn() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> {
            runs.incrementAndGet();
            throw new NotFoundException("nothing there");
        }));
        timer.waitUntil(() -> task("task").path("taskState").has("lastRunError"));
        assertThat(task("task").at("/taskState/lastRunError").asString())
                .isEqualTo("{\"name\":\"NotFoundError\",\"message\":\"nothing there\"}");
        assertThat(logger.entries())
                .anyMatch(entry ->
                        entry.level().equals("error") && entry.failure().orElseThrow() instanceof NotFoundException);
        scheduler.triggerTask("task");
        timer.advanceUntil(MINUTE, () -> runs.get() == 2);
    }

    @Test
    void survivesErrorsOfTheJvm() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> {
            runs.incrementAndGet();
            throw new NoClassDefFoundError("gone");
        }));
        timer.waitUntil(() -> task("task").path("taskState").has("lastRunError"));
        scheduler.triggerTask("task");
        timer.advanceUntil(MINUTE, () -> runs.get() == 2);
    }

    @Test
    void tellsATaskToStopWhenItsTimeIsOver() {
        var abort = runUntilAborted(HOURLY);
        timer.waitUntil(() -> abort.get() != null);
        timer.advanceUntil(Duration.ofMinutes(10), () -> isAborted(abort));
        timer.waitUntil(() -> status("task").equals("idle"));
    }

    @Test
    void tellsATaskToStopWhenItIsCancelled() {
        var abort = runUntilAborted(HOURLY);
        timer.waitUntil(() -> abort.get() != null);
        assertThatThrownBy(() -> scheduler.triggerTask("task"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Task task is currently running");
        scheduler.cancelTask("task");
        timer.advanceUntil(Duration.ofSeconds(6), () -> isAborted(abort));
        assertThat(task("task").at("/taskState/lastRunError").asString())
                .isEqualTo("{\"name\":\"Error\",\"message\":\"Task was cancelled\"}");
        assertThat(logger.lines()).contains("info Task ticket for \"task\" is no longer valid; aborting execution");
    }

    @Test
    void tellsTasksToStopOnShutdown() {
        var abort = runUntilAborted(HOURLY);
        timer.waitUntil(() -> abort.get() != null);
        scheduler.shutdown();
        assertThat(isAborted(abort)).isTrue();
        timer.waitUntil(() -> logger.lines().contains("info Task worker finished: task"));
    }

    @Test
    void recoversATaskWhoseHolderDied() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> runs.get() == 1 && status("task").equals("idle"));
        Sql.writing(database)
                .update("update backstage_backend_tasks__tasks set current_run_ticket = 'dead',"
                        + " current_run_started_at = datetime('now', '-2 hours'),"
                        + " current_run_expires_at = datetime('now', '-1 hours'),"
                        + " next_run_start_at = datetime('now', '-2 hours')");
        // the clock may pass the janitor by while its thread is busy; it comes round every minute
        timer.advanceUntil(Duration.ofMinutes(50), () -> runs.get() == 2);
        assertThat(logger.lines()).contains("warn Task timed out and was lost: task");
    }

    @Test
    void waitsForTheInitialDelay() {
        var delayed = HOURLY.withInitialDelay(HumanDuration.parse("5 minutes"));
        scheduler.scheduleTask(ScheduledTask.of("task", delayed, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> worker("task").equals("initial-wait"));
        timer.advanceUntil(Duration.ofMinutes(6), () -> worker("task").equals("idle"));
        assertThat(runs).hasValue(0);
    }

    @Test
    void stopsWhenItsRowIsGone() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> runs.get() == 1 && status("task").equals("idle"));
        Sql.writing(database).update("delete from backstage_backend_tasks__tasks");
        timer.advanceUntil(MINUTE, () -> logger.lines().contains("info Task worker finished: task"));
        assertThat(logger.lines())
                .contains(
                        "info No longer able to find task \"task\"; aborting and assuming that it has been unregistered"
                                + " or expired");
        assertThat(task("task").get("taskState").isNull()).isTrue();
    }

    @Test
    void leavesATaskToNewerVersions() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> runs.get() == 1 && status("task").equals("idle"));
        Sql.writing(database).update("update backstage_backend_tasks__tasks set settings_json = '{\"version\":3}'");
        scheduler.triggerTask("task");
        timer.advanceUntil(MINUTE, () -> logger.lines().contains("info Task worker finished: task"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void keepsTryingWhenTheDatabaseFails() {
        scheduler.scheduleTask(ScheduledTask.of("task", HOURLY, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> runs.get() == 1 && status("task").equals("idle"));
        var sql = Sql.writing(database);
        sql.update("alter table backstage_backend_tasks__tasks rename to elsewhere");
        timer.advanceUntil(MINUTE, () -> logger.lines().contains("warn Task state poll failed"));
        sql.update("alter table elsewhere rename to backstage_backend_tasks__tasks");
        scheduler.triggerTask("task");
        timer.advanceUntil(Duration.ofMinutes(5), () -> runs.get() == 2);
    }

    @Test
    void runsLocalTasksByTheClockOfTheProcess() {
        var local = HOURLY.withScope(TaskScope.LOCAL);
        scheduler.scheduleTask(ScheduledTask.of("task", local, _ -> runs.incrementAndGet()));
        timer.waitUntil(() -> hasRun(1));
        for (var expected : List.of(2, 3)) {
            timer.advanceUntil(Duration.ofHours(1), () -> hasRun(expected));
        }
        assertThat(task("task").at("/taskState/lastRunEndedAt").asString()).isEqualTo("2026-01-01T02:00:00.000Z");
        assertThat(task("task").at("/taskState/startsAt").asString()).startsWith("2026-01-01T");
        scheduler.triggerTask("task");
        timer.waitUntil(() -> hasRun(4));
        assertThatThrownBy(() -> scheduler.cancelTask("task"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Task task is not running");
    }

    @Test
    void runsManualLocalTasksWhenTheyAreTriggered() {
        var manual = TaskSchedule.of(TaskFrequency.manual(), HumanDuration.parse("1m"))
                .withScope(TaskScope.LOCAL);
        scheduler.scheduleTask(ScheduledTask.of("task", manual, _ -> runs.incrementAndGet()));
        for (int expected = 1; expected <= 2; expected++) {
            triggerOnceIdle();
            var wanted = expected;
            timer.waitUntil(() -> runs.get() == wanted);
        }
    }

    private void triggerOnceIdle() {
        timer.waitUntil(() -> {
            try {
                scheduler.triggerTask("task");
                return true;
            } catch (ConflictException notYet) {
                return false;
            }
        });
    }

    @Test
    void cancelsLocalTasks() {
        var abort = runUntilAborted(HOURLY.withScope(TaskScope.LOCAL));
        timer.waitUntil(() -> abort.get() != null);
        assertThat(status("task")).isEqualTo("running");
        scheduler.cancelTask("task");
        assertThat(isAborted(abort)).isTrue();
    }

    @Test
    void refusesWhatCannotBeScheduled() {
        assertThatThrownBy(() -> scheduler.scheduleTask(ScheduledTask.of(" ", HOURLY, _ -> {})))
                .isInstanceOf(InputException.class)
                .hasMessage("  is not a valid ID, expected non-empty string");
        var wrong = TaskSchedule.of(TaskFrequency.cron("61 * * * *"), HumanDuration.parse("1m"));
        assertThatThrownBy(() -> scheduler.scheduleTask(ScheduledTask.of("task", wrong, _ -> {})))
                .hasMessage(
                        "Invalid schedule of task 'task': Invalid cron '61 * * * *', Field value (61) is out of range");
        assertThatThrownBy(() -> scheduler.triggerTask("other")).hasMessage("Task other does not exist");
    }

    @Test
    void showsTasksOverHttp() throws Exception {
        var manual = TaskSchedule.of(TaskFrequency.manual(), HumanDuration.parse("1m"));
        scheduler.createScheduledTaskRunner(manual).run("a task", _ -> runs.incrementAndGet());
        timer.waitUntil(() -> worker("a task").equals("idle"));
        var response = MockRequest.get("/.backstage/scheduler/v1/tasks").sendTo(router());
        assertThat(response.body())
                .isEqualTo("{\"tasks\":[{\"taskId\":\"a task\",\"pluginId\":\"test\",\"scope\":\"global\",\"settings\":"
                        + "{\"version\":2,\"cadence\":\"manual\",\"timeoutAfterDuration\":\"PT1M\"},"
                        + "\"taskState\":{\"status\":\"idle\"},\"workerState\":{\"status\":\"idle\"}}]}");
        var triggered = MockRequest.post("/.backstage/scheduler/v1/tasks/a%20task/trigger", "")
                .sendTo(router());
        assertThat(triggered.status()).isEqualTo(200);
        assertThat(triggered.body()).isEmpty();
        timer.advanceUntil(MINUTE, () -> task("a task").path("taskState").has("lastRunEndedAt"));
        assertThat(runs).hasValue(1);
        assertThatThrownBy(() -> MockRequest.post("/.backstage/scheduler/v1/tasks/a%20task/cancel", "")
                        .sendTo(router()))
                .isInstanceOf(ConflictException.class);
    }

    /** Whether the local task has run that often, and sleeps again. */
    private boolean hasRun(int times) {
        return runs.get() == times && task("task").at("/taskState").has("startsAt");
    }

    private AtomicReference<AbortSignal> runUntilAborted(TaskSchedule schedule) {
        var signal = new AtomicReference<AbortSignal>();
        scheduler.scheduleTask(ScheduledTask.of("task", schedule, abort -> {
            var aborted = new CountDownLatch(1);
            abort.onAbort(aborted::countDown);
            signal.set(abort);
            aborted.await();
        }));
        return signal;
    }

    private static boolean isAborted(AtomicReference<AbortSignal> given) {
        var signal = given.get();
        return signal != null && signal.aborted();
    }

    private HttpRouter router() {
        return SchedulerRouter.create("test", scheduler).routes();
    }

    private JsonNode task(String id) {
        try {
            var response = MockRequest.get("/.backstage/scheduler/v1/tasks").sendTo(router());
            for (var task : Json.mapper().readTree(response.body()).get("tasks")) {
                if (task.get("taskId").asString().equals(id)) {
                    return task;
                }
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        throw new AssertionError("There is no task " + id);
    }

    private String status(String id) {
        return task(id).at("/taskState/status").asString("");
    }

    private String worker(String id) {
        return task(id).at("/workerState/status").asString("");
    }
}
