// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskRunner;
import dev.understudy.errors.ErrorNames;
import java.util.Map;
import java.util.UUID;

/** Reads all there is again and again; a run that fails is logged, and the next may go better. */
record ScheduledRefresh(String providerName, String className, LoggerService logger, ScheduledTaskRunner schedule) {
    /** Reads all there is. */
    @FunctionalInterface
    interface Work {
        void run(LoggerService logger) throws Exception;
    }

    void start(Work work) {
        var taskId = providerName + ":refresh";
        schedule.run(taskId, _ -> {
            var taskLogger = logger.child(Map.of(
                    "class",
                    className,
                    "taskId",
                    taskId,
                    "taskInstanceId",
                    UUID.randomUUID().toString()));
            try {
                work.run(taskLogger);
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception failure) {
                taskLogger.error(providerName + " refresh failed, " + ErrorNames.describe(failure), failure);
            }
        });
    }
}
