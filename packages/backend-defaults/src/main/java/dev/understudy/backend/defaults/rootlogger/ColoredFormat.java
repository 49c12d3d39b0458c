// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A line for people: time, plugin, level, message and the remaining fields, in colours. */
final class ColoredFormat implements LogFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int BLUE = 34;
    private static final int CYAN = 36;

    private final Clock clock;

    ColoredFormat(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String format(LogEntry entry) {
        var out = new StringBuilder(160);
        out.append("\u001b[2m").append(time(entry)).append("\u001b[22m ");
        colored(out, BLUE, origin(entry));
        out.append(' ');
        colored(out, entry.level().color(), entry.level().label());
        out.append(' ').append(entry.message()).append(' ');
        writeFields(out, entry);
        return out.toString();
    }

    private String time(LogEntry entry) {
        var given = entry.fields().get("timestamp");
        return given == null ? TIME.format(clock.instant()) : given.toString();
    }

    private static String origin(LogEntry entry) {
        var plugin = entry.fields().get("plugin");
        return String.valueOf(isBlank(plugin) ? entry.fields().get("service") : plugin);
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isEmpty();
    }

    private static void writeFields(StringBuilder out, LogEntry entry) {
        var separator = "";
        for (var field : entry.fields().entrySet()) {
            if (!isPartOfTheLine(field.getKey())) {
                out.append(separator);
                colored(out, CYAN, field.getKey());
                out.append('=');
                LogJson.write(out, field.getValue(), false);
                separator = " ";
            }
        }
    }

    private static boolean isPartOfTheLine(String field) {
        return switch (field) {
            case "timestamp", "level", "message", "plugin", "service" -> true;
            default -> false;
        };
    }

    private static void colored(StringBuilder out, int color, String text) {
        out.append("\u001b[").append(color).append('m').append(text).append("\u001b[39m");
    }
}
