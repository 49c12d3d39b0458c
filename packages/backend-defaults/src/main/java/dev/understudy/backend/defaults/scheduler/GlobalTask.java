// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This process's share of a task that all processes share. */
final class GlobalTask {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

    private final ScheduledTask task;
    private final TaskTable table;
    private final TaskPoller poller;
    private final TaskTimer timer;
    private final LoggerService logger;
    private volatile WorkerState workerState = WorkerState.IDLE;

    GlobalTask(ScheduledTask task, TaskTable table, TaskPoller poller, TaskTimer timer, LoggerService logger) {
        this.task = task;
        this.table = table;
        this.poller = poller;
        this.timer = timer;
        this.logger = logger;
    }

    WorkerState workerState() {
        return workerState;
    }

    void start(TaskSettings settings, AbortSignal stop) {
        try {
            table.persist(task.id(), settings);
        } catch (RuntimeException failure) {
            throw new IllegalStateException("Failed to persist task, " + ErrorNames.describe(failure), failure);
        }
        new TaskWorker(task.id(), () -> work(settings, stop), timer, logger).start(settings, stop);
    }

    private void work(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        waitInitially(settings, stop);
        var interval = pollInterval(settings);
        while (!stop.aborted()) {
            switch (poller.await(task.id(), interval, stop)) {
                case TaskPoller.Outcome.Ready ready -> claimAndRun(ready.settings(), stop);
                case TaskPoller.Outcome.Over _ -> {
                    return;
                }
            }
        }
    }

    private void waitInitially(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        if (settings.initialDelay().isPresent()) {
            workerState = WorkerState.INITIAL_WAIT;
            timer.sleep(settings.initialDelayDuration(), stop);
        }
        workerState = WorkerState.IDLE;
    }

    private static Duration pollInterval(TaskSettings settings) {
        if (settings.isManual() || settings.cron() != null) {
            return CHECK_INTERVAL;
        }
        var interval = settings.interval();
        return interval.isPositive() && interval.compareTo(CHECK_INTERVAL) < 0 ? interval : CHECK_INTERVAL;
    }

    private void claimAndRun(TaskSettings settings, AbortSignal stop) throws InterruptedException {
        var ticket = UUID.randomUUID().toString();
        if (table.claim(task.id(), ticket, settings)) {
            var failure = run(ticket, settings, stop);
            table.release(task.id(), ticket, settings, failure == null ? null : TaskErrors.toJson(failure));
        }
    }

    private @Nullable Throwable run(String ticket, TaskSettings settings, AbortSignal stop)
            throws InterruptedException {
        var abort = AbortController.childOf(stop);
        workerState = WorkerState.RUNNING;
        try (var _ = timer.after(settings.timeoutDuration(), abort::abort)) {
            watch(ticket, abort);
            task.function().run(abort.signal());
            return null;
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Throwable failure) { // even an error of the JVM must not end the schedule
            logger.error("", failure);
            return failure;
        } finally {
            workerState = WorkerState.IDLE;
            abort.abort();
        }
    }

    private void watch(String ticket, AbortController abort) {
        Thread.ofVirtual().name("liveness of task " + task.id()).start(() -> {
            try {
                while (!abort.signal().aborted()) {
                    timer.sleep(CHECK_INTERVAL, abort.signal());
                    abortIfLost(ticket, abort);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void abortIfLost(String ticket, AbortController abort) {
        try {
            if (!abort.signal().aborted() && !table.holds(task.id(), ticket)) {
                logger.info("Task ticket for \"" + task.id() + "\" is no longer valid; aborting execution");
                abort.abort();
            }
        } catch (RuntimeException failure) {
            logger.warn("Failed to check liveness for task \"" + task.id() + "\", " + ErrorNames.describe(failure));
        }
    }
}
