// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.config.Config;
import dev.understudy.types.HumanDuration;
import java.util.Optional;

/**
 * When a task runs, and for how long it may. Immutable.
 *
 * <p>Backstage counterpart: {@code SchedulerServiceTaskScheduleDefinition}.
 *
 * @param timeout after this the task is told to stop, and may be started anew elsewhere
 * @param initialDelay how long each process waits before it takes part
 */
public record TaskSchedule(
        TaskFrequency frequency, HumanDuration timeout, Optional<HumanDuration> initialDelay, TaskScope scope) {

    /** A global schedule without initial delay. */
    public static TaskSchedule of(TaskFrequency frequency, HumanDuration timeout) {
        return new TaskSchedule(frequency, timeout, Optional.empty(), TaskScope.GLOBAL);
    }

    public TaskSchedule withInitialDelay(HumanDuration delay) {
        return new TaskSchedule(frequency, timeout, Optional.of(delay), scope);
    }

    public TaskSchedule withScope(TaskScope newScope) {
        return new TaskSchedule(frequency, timeout, initialDelay, newScope);
    }

    /**
     * Reads a schedule from a section with {@code frequency}, {@code timeout} and, optionally, {@code initialDelay} and
     * {@code scope}. The frequency is a duration, {@code {cron: '0 3 * * *'}} or {@code {trigger: manual}}.
     *
     * @throws RuntimeException naming the key when the section is malformed; see {@link Config}
     */
    public static TaskSchedule fromConfig(Config section) {
        return TaskScheduleReader.read(section);
    }
}
