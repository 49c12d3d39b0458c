// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.types.HumanDuration;

/** How often a task runs. */
public sealed interface TaskFrequency {
    /**
     * At the times of a cron expression, in the time zone of the process.
     *
     * @param expression five fields, or six with seconds in front
     */
    record Cron(String expression) implements TaskFrequency {}

    /** Again after this time, counted from start to start. */
    record Every(HumanDuration interval) implements TaskFrequency {}

    /** Only when it is triggered. */
    record Manual() implements TaskFrequency {}

    /** Runs at the times of a cron expression, such as {@code 0 3 * * *}. */
    static TaskFrequency cron(String expression) {
        return new Cron(expression);
    }

    /** Runs again after this time, such as {@code 30m}. */
    static TaskFrequency every(String interval) {
        return new Every(HumanDuration.parse(interval));
    }

    /** Runs only when it is triggered. */
    static TaskFrequency manual() {
        return new Manual();
    }
}
