// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootLoggerService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers lines as {@code level: message}. */
public final class RecordingLogger implements RootLoggerService {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return lines;
    }

    @Override
    public void error(String message, Map<String, ?> fields) {
        lines.add("error: " + message);
    }

    @Override
    public void warn(String message, Map<String, ?> fields) {
        lines.add("warn: " + message);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {
        lines.add("info: " + message);
    }

    @Override
    public void debug(String message, Map<String, ?> fields) {
        lines.add("debug: " + message);
    }

    @Override
    public void error(String message, Throwable failure) {
        lines.add("error: " + message + " " + failure.getMessage());
    }

    @Override
    public void warn(String message, Throwable failure) {
        lines.add("warn: " + message + " " + failure.getMessage());
    }

    @Override
    public LoggerService child(Map<String, ?> fields) {
        return this;
    }
}
