// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a task is doing, with times as clients see them. */
sealed interface TaskState {
    LastRun lastRun();

    /** In a run. */
    record Running(String startedAt, Optional<String> timesOutAt, LastRun lastRun) implements TaskState {}

    /** Between runs. */
    record Idle(Optional<String> startsAt, LastRun lastRun) implements TaskState {}

    /** How the last run went; the error is JSON text. */
    record LastRun(Optional<String> endedAt, Optional<String> error) {
        static final LastRun NONE = new LastRun(Optional.empty(), Optional.empty());
    }

    default ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case Running running -> {
                json.put("status", "running").put("startedAt", running.startedAt());
                running.timesOutAt().ifPresent(time -> json.put("timesOutAt", time));
            }
            case Idle idle -> {
                json.put("status", "idle");
                idle.startsAt().ifPresent(time -> json.put("startsAt", time));
            }
        }
        lastRun().endedAt().ifPresent(time -> json.put("lastRunEndedAt", time));
        lastRun().error().ifPresent(error -> json.put("lastRunError", error));
        return json;
    }
}
