// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes values of log fields as JSON. Not Jackson, since any object must come out as something and the first lines are
 * written before Jackson is warm.
 */
final class LogJson {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private LogJson() {}

    static void write(StringBuilder out, @Nullable Object value, boolean sorted) {
        switch (value) {
            case null -> out.append("null");
            case CharSequence text -> writeString(out, text);
            case Boolean bool -> out.append(bool.booleanValue());
            case Number number -> writeNumber(out, number);
            case Map<?, ?> map -> writeObject(out, map, sorted);
            case JsonNode node -> out.append(node);
            case Iterable<?> items -> writeArray(out, items, sorted);
            case Optional<?> optional -> write(out, optional.orElse(null), sorted);
            case Enum<?> constant -> writeString(out, constant.name());
            case Throwable failure -> writeString(out, failure.toString());
            default -> writeString(out, String.valueOf(value));
        }
    }

    private static void writeNumber(StringBuilder out, Number number) {
        var exact = number.doubleValue();
        if (Double.isNaN(exact) || Double.isInfinite(exact)) {
            out.append("null");
        } else if ((number instanceof Double || number instanceof Float)
                && exact == Math.rint(exact)
                && Math.abs(exact) < 1e15) {
            out.append((long) exact);
        } else {
            out.append(number);
        }
    }

    private static void writeObject(StringBuilder out, Map<?, ?> map, boolean sorted) {
        var separator = '{';
        for (var entry : (sorted && !(map instanceof SortedMap) ? sortedByName(map) : map).entrySet()) {
            out.append(separator);
            writeString(out, String.valueOf(entry.getKey()));
            out.append(':');
            write(out, entry.getValue(), sorted);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static Map<String, @Nullable Object> sortedByName(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        return sorted;
    }

    private static void writeArray(StringBuilder out, Iterable<?> items, boolean sorted) {
        var separator = '[';
        for (var item : items) {
            out.append(separator);
            write(out, item, sorted);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    static void writeString(StringBuilder out, CharSequence text) {
        out.append('"');
        var written = 0;
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character < ' ' || character == '"' || character == '\\') {
                out.append(text, written, index);
                writeEscaped(out, character);
                written = index + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void writeEscaped(StringBuilder out, char character) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX[character >> 4]).append(HEX[character & 15]);
        }
    }
}
