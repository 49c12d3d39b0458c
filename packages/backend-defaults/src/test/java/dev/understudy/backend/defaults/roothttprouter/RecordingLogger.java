// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.RootLoggerService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is logged. */
public final class RecordingLogger implements RootLoggerService {
    private final List<Line> lines;
    private final Map<String, Object> context;

    public RecordingLogger() {
        this(new CopyOnWriteArrayList<>(), Map.of());
    }

    private RecordingLogger(List<Line> lines, Map<String, Object> context) {
        this.lines = lines;
        this.context = context;
    }

    public record Line(String level, String message, Map<String, Object> fields, Optional<Throwable> failure) {}

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public List<String> messages() {
        return lines.stream().map(Line::message).toList();
    }

    @Override
    public void error(String message, Map<String, ?> fields) {
        add("error", message, fields, null);
    }

    @Override
    public void warn(String message, Map<String, ?> fields) {
        add("warn", message, fields, null);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {
        add("info", message, fields, null);
    }

    @Override
    public void debug(String message, Map<String, ?> fields) {
        add("debug", message, fields, null);
    }

    @Override
    public void error(String message, Throwable failure) {
        add("error", message, Map.of(), failure);
    }

    @Override
    public void warn(String message, Throwable failure) {
        add("warn", message, Map.of(), failure);
    }

    @Override
    public RecordingLogger child(Map<String, ?> fields) {
        return new RecordingLogger(lines, with(fields));
    }

    private void add(
            String level, String message, Map<String, ?> fields, @org.jspecify.annotations.Nullable Throwable failure) {
        lines.add(new Line(level, message, with(fields), Optional.ofNullable(failure)));
    }

    private Map<String, Object> with(Map<String, ?> fields) {
        var all = new LinkedHashMap<String, Object>(context);
        all.putAll(fields);
        return all;
    }
}
