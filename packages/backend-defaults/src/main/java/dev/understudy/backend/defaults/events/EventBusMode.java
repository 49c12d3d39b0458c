// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

import dev.understudy.config.Config;

/** Whether events go by way of the events backend. */
enum EventBusMode {
    NEVER,
    ALWAYS,
    /** Until it turns out that there is none. */
    AUTO;

    static EventBusMode fromConfig(Config config) {
        var text = config.optionalString("events.useEventBus").orElse("auto");
        return switch (text) {
            case "never" -> NEVER;
            case "always" -> ALWAYS;
            case "auto" -> AUTO;
            default ->
                throw new IllegalArgumentException(
                        "Invalid events.useEventBus config, must be one of never, always, auto, got '" + text + "'");
        };
    }
}
