// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;

/** Keeps a task going in this process: survives all failures, ends when the signal is given. */
final class TaskWorker {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String taskId;
    private final Work work;
    private final TaskTimer timer;
    private final LoggerService logger;

    TaskWorker(String taskId, Work work, TaskTimer timer, LoggerService logger) {
        this.taskId = taskId;
        this.work = work;
        this.timer = timer;
        this.logger = logger;
    }

    /** All that is to be done; returns when the schedule is over. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    void start(TaskSettings settings, AbortSignal stop) {
        logger.info("Registered scheduled task: " + taskId + ", " + settings.toJson());
        Thread.ofVirtual().name("task " + taskId).start(() -> {
            try {
                runUntilDone(stop);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void runUntilDone(AbortSignal stop) throws InterruptedException {
        for (int attempt = 2; !runOnce(attempt, stop); attempt++) {
            timer.sleep(PAUSE_AFTER_FAILURE, stop);
        }
    }

    private boolean runOnce(int nextAttempt, AbortSignal stop) throws InterruptedException {
        try {
            work.run();
            logger.info("Task worker finished: " + taskId);
            return true;
        } catch (RuntimeException failure) {
            if (!stop.aborted()) {
                logger.warn("Task worker failed unexpectedly, attempt number " + nextAttempt + ", "
                        + ErrorNames.describe(failure));
            }
            return stop.aborted();
        }
    }
}
