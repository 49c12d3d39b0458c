// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes log lines that carry fields. Thread-safe.
 *
 * <p>Known secrets are replaced by {@code ***} before a line is written. Backstage counterpart: {@code LoggerService}.
 */
public interface LoggerService {
    void error(String message, Map<String, ?> fields);

    void warn(String message, Map<String, ?> fields);

    void info(String message, Map<String, ?> fields);

    void debug(String message, Map<String, ?> fields);

    /** Logs a failure with its stack trace and causes. */
    void error(String message, Throwable failure);

    /** Logs a failure that somebody else deals with, with its stack trace and causes. */
    void warn(String message, Throwable failure);

    /** A logger that adds these fields to every line. */
    LoggerService child(Map<String, ?> fields);

    default void error(String message) {
        error(message, Map.of());
    }

    default void warn(String message) {
        warn(message, Map.of());
    }

    default void info(String message) {
        info(message, Map.of());
    }

    default void debug(String message) {
        debug(message, Map.of());
    }

    /** Logs fields that are only put together if the line is wanted; otherwise the supplier is not asked. */
    default void info(String message, Supplier<? extends Map<String, ?>> fields) {
        info(message, fields.get());
    }

    /** Logs fields that are only put together if the line is wanted; otherwise the supplier is not asked. */
    default void debug(String message, Supplier<? extends Map<String, ?>> fields) {
        debug(message, fields.get());
    }
}
