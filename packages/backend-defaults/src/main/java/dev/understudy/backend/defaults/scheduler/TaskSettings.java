// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schedule as it stands in the database, checked.
 *
 * @param cadence a cron expression, {@code manual} or an ISO duration
 * @param initialDelay an ISO duration
 * @param timeout an ISO duration
 */
record TaskSettings(String cadence, Optional<String> initialDelay, String timeout) {
    private static final int VERSION = 2;
    private static final String MANUAL = "manual";

    TaskSettings {
        if (!cadence.equals(MANUAL) && !cadence.startsWith("P")) {
            requireCron(cadence);
        }
        if (cadence.startsWith("P")) {
            requireDuration(cadence);
        }
        requireDuration(timeout);
        initialDelay.ifPresent(TaskSettings::requireDuration);
    }

    static TaskSettings of(TaskSchedule schedule) {
        var cadence = switch (schedule.frequency()) {
            case TaskFrequency.Cron cron -> cron.expression();
            case TaskFrequency.Every every -> every.interval().toIso();
            case TaskFrequency.Manual _ -> MANUAL;
        };
        return new TaskSettings(
                cadence,
                schedule.initialDelay().map(HumanDuration::toIso),
                schedule.timeout().toIso());
    }

    /**
     * @throws RuntimeException when another version wrote them
     */
    static TaskSettings parse(String json) {
        var settings = Json.mapper().readTree(json);
        if (settings.path("version").asInt(0) != VERSION) {
            throw new IllegalArgumentException("Unknown version of task settings");
        }
        return new TaskSettings(
                requireText(settings, "cadence"),
                Optional.ofNullable(settings.get("initialDelayDuration")).map(JsonNode::asString),
                requireText(settings, "timeoutAfterDuration"));
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("version", VERSION).put("cadence", cadence);
        initialDelay.ifPresent(delay -> json.put("initialDelayDuration", delay));
        return json.put("timeoutAfterDuration", timeout);
    }

    boolean isManual() {
        return cadence.equals(MANUAL);
    }

    /** The cron expression, if this is one. */
    @Nullable
    CronExpression cron() {
        return isManual() || cadence.startsWith("P") ? null : CronExpression.parse(cadence);
    }

    /** The time between runs; only where there is neither a cron expression nor {@code manual}. */
    Duration interval() {
        return HumanDuration.parse(cadence).toDuration();
    }

    Duration timeoutDuration() {
        return HumanDuration.parse(timeout).toDuration();
    }

    Duration initialDelayDuration() {
        return initialDelay
                .map(delay -> HumanDuration.parse(delay).toDuration())
                .orElse(Duration.ZERO);
    }

    private static String requireText(JsonNode settings, String name) {
        if (!settings.path(name).isString()) {
            throw new IllegalArgumentException("Invalid task settings, '" + name + "' is not a string");
        }
        return settings.get(name).stringValue();
    }

    private static void requireCron(String expression) {
        try {
            CronExpression.parse(expression);
        } catch (CronException failure) {
            throw new IllegalArgumentException("Invalid cron '" + expression + "', " + failure.getMessage(), failure);
        }
    }

    private static void requireDuration(String text) {
        try {
            HumanDuration.parse(text);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException("Invalid duration, expecting ISO Period", failure);
        }
    }
}
