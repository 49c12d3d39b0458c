// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.config.Config;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Reads schedules from configuration. */
final class TaskScheduleReader {
    private TaskScheduleReader() {}

    static TaskSchedule read(Config section) {
        var frequency = frequency(section);
        var timeout = section.humanDuration("timeout");
        var initialDelay = section.optionalHumanDuration("initialDelay");
        var scope = section.optionalString("scope").map(TaskScheduleReader::scope);
        return new TaskSchedule(frequency, timeout, initialDelay, scope.orElse(TaskScope.GLOBAL));
    }

    private static TaskFrequency frequency(Config section) {
        var value = section.value("frequency");
        if (isText(value.path("cron"))) {
            return new TaskFrequency.Cron(section.string("frequency.cron"));
        }
        if (value.path("trigger").asString("").equals("manual")) {
            return new TaskFrequency.Manual();
        }
        return new TaskFrequency.Every(section.humanDuration("frequency"));
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isEmpty();
    }

    private static TaskScope scope(String text) {
        return Arrays.stream(TaskScope.values())
                .filter(scope -> scope.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Only \"global\" or \"local\" are allowed for TaskScheduleDefinition.scope, but got: " + text));
    }
}
