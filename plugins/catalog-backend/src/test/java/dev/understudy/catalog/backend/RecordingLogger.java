// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers all lines but those for debugging. */
final class RecordingLogger implements LoggerService {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void error(String message, Map<String, ?> fields) {
        lines.add("error " + message);
    }

    @Override
    public void warn(String message, Map<String, ?> fields) {
        lines.add("warn " + message);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {
        lines.add("info " + message);
    }

    @Override
    public void debug(String message, Map<String, ?> fields) {}

    @Override
    public void error(String message, Throwable failure) {
        lines.add("error " + message + " " + failure);
    }

    @Override
    public void warn(String message, Throwable failure) {
        lines.add("warn " + message + " " + failure);
    }

    @Override
    public LoggerService child(Map<String, ?> fields) {
        return this;
    }
}
