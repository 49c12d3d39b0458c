// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.Map;

/** Another level for lines whose fields match. */
record LevelOverride(Map<String, FieldMatcher> matchers, LogLevel level) {
    boolean matches(LogEntry entry) {
        return matchers.entrySet().stream()
                .allMatch(matcher -> matcher.getValue().matches(entry.field(matcher.getKey())));
    }
}
