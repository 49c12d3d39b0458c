// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import dev.understudy.backend.defaults.internal.StackTraces;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootLoggerService;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.ErrorNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds its own fields to every line. */
final class DefaultRootLogger implements RootLoggerService {
    private final LogOutput output;
    private final Map<String, ?> ownFields;

    DefaultRootLogger(LogOutput output, Map<String, ?> ownFields) {
        this.output = output;
        this.ownFields = Collections.unmodifiableMap(new LinkedHashMap<>(ownFields));
    }

    @Override
    public void error(String message, Map<String, ?> fields) {
        log(LogLevel.ERROR, message, fields);
    }

    @Override
    public void warn(String message, Map<String, ?> fields) {
        log(LogLevel.WARN, message, fields);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {
        log(LogLevel.INFO, message, fields);
    }

    @Override
    public void debug(String message, Map<String, ?> fields) {
        log(LogLevel.DEBUG, message, fields);
    }

    @Override
    public void info(String message, Supplier<? extends Map<String, ?>> fields) {
        log(LogLevel.INFO, message, fields);
    }

    @Override
    public void debug(String message, Supplier<? extends Map<String, ?>> fields) {
        log(LogLevel.DEBUG, message, fields);
    }

    @Override
    public void error(String message, Throwable failure) {
        log(LogLevel.ERROR, messageWith(message, failure), fieldsOf(failure));
    }

    @Override
    public void warn(String message, Throwable failure) {
        log(LogLevel.WARN, messageWith(message, failure), fieldsOf(failure));
    }

    @Override
    public LoggerService child(Map<String, ?> fields) {
        return new DefaultRootLogger(output, merged(fields));
    }

    private void log(LogLevel level, String message, Map<String, ?> fields) {
        if (output.mayWrite(level)) {
            output.write(new LogEntry(level, message, fields.isEmpty() ? ownFields : merged(fields)));
        }
    }

    private void log(LogLevel level, String message, Supplier<? extends Map<String, ?>> fields) {
        if (output.mayWrite(level)) {
            log(level, message, fields.get());
        }
    }

    private Map<String, ?> merged(Map<String, ?> fields) {
        var all = new LinkedHashMap<String, Object>(ownFields);
        all.putAll(fields);
        return all;
    }

    private static String messageWith(String message, Throwable failure) {
        var reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.isEmpty() ? reason : message + " " + reason;
    }

    private static Map<String, ?> fieldsOf(Throwable failure) {
        var fields = new LinkedHashMap<String, Object>();
        if (failure.getCause() != null) {
            fields.put("cause", Map.of("name", ErrorNames.nameOf(failure.getCause())));
        }
        if (failure instanceof BackendException named) {
            fields.put("name", named.name());
        }
        fields.put("stack", StackTraces.of(failure));
        return fields;
    }
}
