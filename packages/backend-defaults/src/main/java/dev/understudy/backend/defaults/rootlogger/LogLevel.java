// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.Optional;

/** How much a line matters, most important first; the levels of npm. */
enum LogLevel {
    ERROR("error", 31),
    WARN("warn", 33),
    INFO("info", 32),
    HTTP("http", 32),
    VERBOSE("verbose", 36),
    DEBUG("debug", 90),
    SILLY("silly", 35);

    private static final LogLevel[] ALL = values();

    private final String label;
    private final int color;

    LogLevel(String label, int color) {
        this.label = label;
        this.color = color;
    }

    static Optional<LogLevel> find(String label) {
        for (var level : ALL) {
            if (level.label.equals(label)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    String label() {
        return label;
    }

    /** The number that makes a terminal show the label in its colour. */
    int color() {
        return color;
    }

    boolean isAtLeast(LogLevel threshold) {
        return compareTo(threshold) <= 0;
    }
}
