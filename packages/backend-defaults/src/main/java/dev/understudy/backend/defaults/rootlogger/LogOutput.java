// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Where all loggers of a backend write: drops what is not wanted, formats, redacts, prints. Thread-safe. */
final class LogOutput {
    private final LineWriter lines;
    private final LogFormat format;
    private final LogLevel threshold;
    private final Redactions redactions = new Redactions();
    private volatile List<LevelOverride> overrides = List.of();

    LogOutput(PrintStream stream, LogFormat format, LogLevel threshold) {
        this.lines = new LineWriter(stream);
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

    /** Writes a line of a library, if it is bad enough, or an override wants it. Libraries say too much to be asked for more. */
    void writeFromLibrary(LogEntry entry, LogLevel least) {
        if (entry.level().isAtLeast(thresholdFor(entry, stricter(least, threshold)))) {
            print(entry);
        }
    }

    boolean mayWriteFromLibrary(LogLevel level) {
        return level.isAtLeast(stricter(LogLevel.WARN, threshold)) || !overrides.isEmpty();
    }

    private static LogLevel stricter(LogLevel one, LogLevel other) {
        return one.isAtLeast(other) ? one : other;
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
        lines.write(line);
    }
}
