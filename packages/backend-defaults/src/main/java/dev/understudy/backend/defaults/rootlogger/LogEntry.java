// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line before it is formatted; the fields keep their order. */
record LogEntry(LogLevel level, String message, Map<String, ?> fields) {
    /** What a matcher of an override sees under a name. */
    @Nullable
    Object field(String name) {
        return switch (name) {
            case "level" -> level.label();
            case "message" -> message;
            default -> fields.get(name);
        };
    }
}
