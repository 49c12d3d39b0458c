// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.errors.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task that this process runs for itself, without the database. */
final class LocalTask {
    private final ScheduledTask task;
    private final TaskTimer timer;
    private final LoggerService logger;

    private volatile TaskState taskState = new TaskState.Idle(Optional.empty(), TaskState.LastRun.NONE);
    private volatile WorkerState workerState = WorkerState.IDLE;
    private volatile @Nullable AbortController wait;
    private volatile @Nullable AbortController run;

    LocalTask(ScheduledTask task, TaskTimer timer, LoggerService logger) {
        this.task = task;
        this.timer = timer;
        this.logger = logger;
    }

    TaskState taskState() {
        return taskState;
    }

    WorkerState workerState() {
        return workerState;
    }

    void start(TaskSettings settings, AbortSignal stop) {
        new TaskWorker(task.id(), () -> work(settings, stop), timer, logger).start(settings, stop);
    }

    void trigger() {
        var waiting = wait;
        if (waiting == null) {
            throw new ConflictException("Task " + task.id() + " is currently running");
        }
        waiting.abort();
    }

    void cancel() {
        var running = run;
        if (running == null) {
            throw new ConflictException("Task " + task.id() + " is not running");
        }
        running.abort();
    }

    private void work(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        waitInitially(settings, stop);
        while (!stop.aborted()) {
            var startedAt = timer.instant();
            runOnce(settings, stop);
            waitUntilNext(settings, startedAt, stop);
        }
    }

    private void waitInitially(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        if (settings.initialDelay().isPresent()) {
            var delay = settings.initialDelayDuration();
            var startsAt = Optional.of(TaskTimes.utc(timer.instant().plus(delay)));
            sleep(delay, new TaskState.Idle(startsAt, taskState.lastRun()), WorkerState.INITIAL_WAIT, stop);
        } else if (settings.isManual()) {
            waitForTrigger(stop);
        }
    }

    private void runOnce(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        var abort = AbortController.childOf(stop);
        var now = timer.instant();
        var timesOutAt = now.plus(settings.timeoutDuration());
        taskState =
                new TaskState.Running(TaskTimes.utc(now), Optional.of(TaskTimes.utc(timesOutAt)), taskState.lastRun());
        workerState = WorkerState.RUNNING;
        run = abort;
        try (var _ = timer.after(settings.timeoutDuration(), abort::abort)) {
            task.function().run(abort.signal());
            ended(Optional.empty());
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Throwable failure) { // even an error of the JVM must not end the schedule
            logger.error("", failure);
            ended(Optional.of(TaskErrors.toJson(failure)));
        } finally {
            run = null;
            abort.abort();
        }
    }

    private void ended(Optional<String> error) {
        var lastRun = new TaskState.LastRun(Optional.of(TaskTimes.utc(timer.instant())), error);
        taskState = new TaskState.Idle(Optional.empty(), lastRun);
    }

    private void waitUntilNext(TaskSettings settings, Instant lastStart, AbortSignal stop) throws InterruptedException {
        if (settings.isManual()) {
            waitForTrigger(stop);
            return;
        }
        var now = timer.instant();
        var next = nextStart(settings, lastStart, now);
        var startsAt = TaskTimes.local(next);
        logger.debug("task: " + task.id() + " will next occur around " + startsAt);
        var idle = new TaskState.Idle(Optional.of(startsAt), taskState.lastRun());
        sleep(Duration.between(now, next), idle, WorkerState.IDLE, stop);
    }

    private static Instant nextStart(TaskSettings settings, Instant lastStart, Instant now) {
        var cron = settings.cron();
        var next = cron == null
                ? lastStart.plus(settings.interval())
                : cron.next(now.atZone(ZoneId.systemDefault())).toInstant();
        return next.isBefore(now) ? now : next;
    }

    private void waitForTrigger(AbortSignal stop) throws InterruptedException {
        sleep(Duration.ofSeconds(Long.MAX_VALUE), taskState, WorkerState.IDLE, stop);
    }

    private void sleep(Duration duration, TaskState task, WorkerState worker, AbortSignal stop)
            throws InterruptedException {
        var waiting = AbortController.childOf(stop);
        taskState = task;
        workerState = worker;
        wait = waiting;
        try {
            timer.sleep(duration, waiting.signal());
        } finally {
            wait = null;
            waiting.abort();
        }
    }
}
