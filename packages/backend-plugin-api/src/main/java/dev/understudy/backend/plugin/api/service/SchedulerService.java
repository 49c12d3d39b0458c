// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Runs work again and again, in the background. Global tasks are shared by all processes with the same database: each run
 * takes place in one of them. Thread-safe.
 *
 * <p>Backstage counterpart: {@code SchedulerService}.
 */
public interface SchedulerService {
    /**
     * Adds a task and returns at once; the task runs as its schedule says until the backend stops.
     *
     * @throws dev.understudy.errors.InputException when the id is blank
     * @throws IllegalStateException when the schedule is invalid or cannot be stored
     */
    void scheduleTask(ScheduledTask task);

    /**
     * Makes a task due now.
     *
     * @throws dev.understudy.errors.NotFoundException when there is no such task
     * @throws dev.understudy.errors.ConflictException when it is running
     */
    void triggerTask(String id);

    /**
     * Tells a running task to stop, wherever it runs.
     *
     * @throws dev.understudy.errors.NotFoundException when there is no such task
     * @throws dev.understudy.errors.ConflictException when it is not running
     */
    void cancelTask(String id);

    /** The tasks that this process has scheduled, in that order. */
    List<ScheduledTaskDescriptor> scheduledTasks();

    /** Something that schedules tasks by the same schedule, to be handed to those who know only the work. */
    default ScheduledTaskRunner createScheduledTaskRunner(TaskSchedule schedule) {
        return (id, function) -> scheduleTask(ScheduledTask.of(id, schedule, function));
    }

    /** A task that has been scheduled. */
    record ScheduledTaskDescriptor(String id, TaskSchedule schedule) {}

    /** Schedules tasks by a schedule decided elsewhere. Backstage counterpart: {@code SchedulerServiceTaskRunner}. */
    @FunctionalInterface
    interface ScheduledTaskRunner {
        void run(String id, ScheduledTask.TaskFunction function);
    }
}
