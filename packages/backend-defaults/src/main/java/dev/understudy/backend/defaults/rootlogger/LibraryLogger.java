// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import dev.understudy.backend.defaults.internal.StackTraces;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What a library gets when it asks SLF4J for a logger. */
final class LibraryLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    LibraryLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return LibraryLogs.mayWrite(LogLevel.SILLY);
    }

    @Override
    public boolean isDebugEnabled() {
        return LibraryLogs.mayWrite(LogLevel.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return LibraryLogs.mayWrite(LogLevel.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return LibraryLogs.mayWrite(LogLevel.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return LibraryLogs.mayWrite(LogLevel.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        var message = MessageFormatter.basicArrayFormat(pattern, arguments);
        Map<String, ?> fields = failure == null ? Map.of() : Map.of("stack", StackTraces.of(failure));
        LibraryLogs.write(levelOf(level), name, String.valueOf(message), fields);
    }

    private static LogLevel levelOf(Level level) {
        return switch (level) {
            case ERROR -> LogLevel.ERROR;
            case WARN -> LogLevel.WARN;
            case INFO -> LogLevel.INFO;
            case DEBUG -> LogLevel.DEBUG;
            case TRACE -> LogLevel.SILLY;
        };
    }
}
