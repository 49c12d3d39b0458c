// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Where all loggers of a backend write: drops what is not wanted, formats, redacts, prints. Thread-safe. */
final class LogOutput {
    private final PrintStream stream;
    private final LogFormat format;
    private final LogLevel threshold;
    private final Redactions redactions = new Redactions();
    private volatile List<LevelOverride> overrides = List.of();

    LogOutput(PrintStream stream, LogFormat format, LogLevel threshold) {
        this.stream = stream;
        this.format = format;
        this.threshold = threshold;
    }

    void redact(Collection<String> secrets) {
        redactions.add(secrets);
    }

    void override(List<LevelOverride> newOverrides) {
        overrides = newOverrides;
    }

    /** Whether a line of this level may be wanted; spares the making of lines that are not. */
    boolean mayWrite(LogLevel level) {
        return level.isAtLeast(threshold) || !overrides.isEmpty();
    }

    void write(LogEntry entry) {
        if (entry.level().isAtLeast(thresholdFor(entry, threshold))) {
            print(entry);
        }
    }

    /** Writes a line of a library, which are many: warnings and errors, unless an override wants others. */
    void writeFromLibrary(LogEntry entry) {
        if (entry.level().isAtLeast(thresholdFor(entry, LogLevel.WARN))) {
            print(entry);
        }
    }

    boolean mayWriteFromLibrary(LogLevel level) {
        return level.isAtLeast(LogLevel.WARN) || !overrides.isEmpty();
    }

    private LogLevel thresholdFor(LogEntry entry, LogLevel otherwise) {
        for (var override : overrides) {
            if (override.matches(entry)) {
                return override.level();
            }
        }
        return otherwise;
    }

    private void print(LogEntry entry) {
        var line = (redactions.redact(format.format(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (stream) {
            stream.write(line, 0, line.length);
            stream.flush();
        }
    }
}
