// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends what threads of this process do not catch to the loggers of the running backends. */
final class UncaughtExceptions {
    private static final Set<LoggerService> LOGGERS = new LinkedHashSet<>();
    private static @Nullable UncaughtExceptionHandler previous;

    private UncaughtExceptions() {}

    /** Logs to this logger too, until the returned task runs. */
    static synchronized Runnable logTo(LoggerService rootLogger) {
        var logger = rootLogger.child(Map.of("type", "uncaughtException"));
        if (LOGGERS.isEmpty()) {
            previous = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> log(failure));
        }
        LOGGERS.add(logger);
        return () -> remove(logger);
    }

    private static synchronized void remove(LoggerService logger) {
        if (LOGGERS.remove(logger) && LOGGERS.isEmpty()) {
            Thread.setDefaultUncaughtExceptionHandler(previous);
        }
    }

    private static void log(Throwable failure) {
        Set<LoggerService> loggers;
        synchronized (UncaughtExceptions.class) {
            loggers = Set.copyOf(LOGGERS);
        }
        loggers.forEach(logger -> logger.error("Uncaught exception", failure));
    }
}
