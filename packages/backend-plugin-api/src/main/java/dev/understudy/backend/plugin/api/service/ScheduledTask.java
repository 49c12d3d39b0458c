// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * A task and its schedule.
 *
 * <p>Backstage counterpart: {@code SchedulerServiceTaskScheduleDefinition & SchedulerServiceTaskInvocationDefinition}.
 *
 * @param id unique within the plugin, for global tasks the same in every process
 * @param stop ends the schedule in this process when given
 */
public record ScheduledTask(String id, TaskSchedule schedule, TaskFunction function, AbortSignal stop) {
    /** A task that is scheduled until the backend stops. */
    public static ScheduledTask of(String id, TaskSchedule schedule, TaskFunction function) {
        return new ScheduledTask(
                id, schedule, function, AbortController.create().signal());
    }

    /** The work of a task, on a virtual thread. */
    @FunctionalInterface
    public interface TaskFunction {
        /**
         * @param abort given when the task takes too long, is cancelled or lost, and when the backend stops
         * @throws Exception any failure; it is logged and kept as the result of the run, and the schedule goes on
         */
        void run(AbortSignal abort) throws Exception;
    }
}
