// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import java.util.List;

/** Runs a task once, when it is scheduled. */
record OnceScheduler() implements SchedulerService {
    @Override
    public void scheduleTask(ScheduledTask task) {
        Thread.startVirtualThread(() -> {
            try {
                task.function().run(task.stop());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public void triggerTask(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelTask(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ScheduledTaskDescriptor> scheduledTasks() {
        return List.of();
    }
}
