// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.service.RootLoggerService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is logged, by all its children too. */
public final class RecordingLogger implements RootLoggerService {
    private final List<Entry> entries;
    private final Map<String, Object> fields;

    /** One line. */
    public record Entry(String level, String message, Map<String, Object> fields, Optional<Throwable> failure) {
        @Override
        public String toString() {
            return level + " " + message;
        }
    }

    private RecordingLogger(List<Entry> entries, Map<String, Object> fields) {
        this.entries = entries;
        this.fields = fields;
    }

    public static RecordingLogger create() {
        return new RecordingLogger(new CopyOnWriteArrayList<>(), Map.of());
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Each line as its level and message. */
    public List<String> lines() {
        return entries.stream().map(Entry::toString).toList();
    }

    public List<String> messages() {
        return entries.stream().map(Entry::message).toList();
    }

    @Override
    public void error(String message, Map<String, ?> extra) {
        add("error", message, extra, Optional.empty());
    }

    @Override
    public void warn(String message, Map<String, ?> extra) {
        add("warn", message, extra, Optional.empty());
    }

    @Override
    public void info(String message, Map<String, ?> extra) {
        add("info", message, extra, Optional.empty());
    }

    @Override
    public void debug(String message, Map<String, ?> extra) {
        add("debug", message, extra, Optional.empty());
    }

    @Override
    public void error(String message, Throwable failure) {
        add("error", message, Map.of(), Optional.of(failure));
    }

    @Override
    public void warn(String message, Throwable failure) {
        add("warn", message, Map.of(), Optional.of(failure));
    }

    @Override
    public RecordingLogger child(Map<String, ?> extra) {
        return new RecordingLogger(entries, merged(extra));
    }

    private void add(String level, String message, Map<String, ?> extra, Optional<Throwable> failure) {
        entries.add(new Entry(level, message, merged(extra), failure));
    }

    private Map<String, Object> merged(Map<String, ?> extra) {
        var all = new LinkedHashMap<String, Object>(fields);
        all.putAll(extra);
        return all;
    }
}
