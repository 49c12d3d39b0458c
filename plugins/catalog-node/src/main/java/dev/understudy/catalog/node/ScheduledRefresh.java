// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskRunner;
import dev.understudy.errors.ErrorNames;
import java.util.Map;
import java.util.UUID;

/**
 * What entity providers do that read all there is again and again: a run that fails is logged, and the next may go better.
 * Thread-safe. Each of the reference's providers has these lines of its own.
 *
 * @param providerName names the task, {@code <providerName>:refresh}
 * @param className the provider's class, for the log
 * @param logger has a child for each run
 * @param schedule when to run
 */
public record ScheduledRefresh(
        String providerName, String className, LoggerService logger, ScheduledTaskRunner schedule) {
    /** Reads all there is. */
    @FunctionalInterface
    public interface Work {
        void run(LoggerService logger) throws Exception;
    }

    /** Begins to read; returns at once. */
    public void start(Work work) {
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
