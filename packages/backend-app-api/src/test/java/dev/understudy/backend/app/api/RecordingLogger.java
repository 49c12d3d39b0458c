// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootLoggerService;
import dev.understudy.errors.ErrorNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is logged, as {@code type level: message}. */
final class RecordingLogger implements RootLoggerService {
    private final Map<String, Object> fields;
    private final List<String> lines;

    RecordingLogger() {
        this(Map.of(), new CopyOnWriteArrayList<>());
    }

    private RecordingLogger(Map<String, Object> fields, List<String> lines) {
        this.fields = fields;
        this.lines = lines;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> errors() {
        return lines.stream().filter(line -> line.contains(" error: ")).toList();
    }

    @Override
    public void error(String message, Map<String, ?> extra) {
        log("error", message);
    }

    @Override
    public void warn(String message, Map<String, ?> extra) {
        log("warn", message);
    }

    @Override
    public void info(String message, Map<String, ?> extra) {
        log("info", message);
    }

    @Override
    public void debug(String message, Map<String, ?> extra) {
        log("debug", message);
    }

    @Override
    public void error(String message, Throwable failure) {
        log("error", message + " " + ErrorNames.describe(failure));
    }

    @Override
    public void warn(String message, Throwable failure) {
        log("warn", message + " " + ErrorNames.describe(failure));
    }

    @Override
    public LoggerService child(Map<String, ?> extra) {
        var all = new HashMap<>(fields);
        all.putAll(extra);
        return new RecordingLogger(all, lines);
    }

    private void log(String level, String message) {
        lines.add(fields.getOrDefault("type", "-") + " " + level + ": " + message);
    }
}
