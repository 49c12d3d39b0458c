// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;

/** Takes away runs that outlived their time, above all those of processes that died. */
final class TaskJanitor {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final TaskTable table;
    private final TaskTimer timer;
    private final LoggerService logger;

    TaskJanitor(TaskTable table, TaskTimer timer, LoggerService logger) {
        this.table = table;
        this.timer = timer;
        this.logger = logger;
    }

    void start(AbortSignal stop) {
        Thread.ofVirtual().name("task janitor").start(() -> {
            try {
                while (!stop.aborted()) {
                    runOnce();
                    timer.sleep(INTERVAL, stop);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void runOnce() {
        try {
            for (var id : table.releaseExpired()) {
                logger.warn("Task timed out and was lost: " + id);
            }
        } catch (RuntimeException failure) {
            logger.warn("Error while performing janitorial tasks, " + ErrorNames.describe(failure));
        }
    }
}
