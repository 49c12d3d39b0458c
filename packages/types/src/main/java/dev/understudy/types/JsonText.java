// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** JSON text to the letter as JavaScript writes it, for hashes and text that both systems compare. Thread-safe. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";
    private static final long LARGEST_EXACT_INTEGER = 1L << 53;
    private static final int TYPICAL_LENGTH = 1024;

    private final StringBuilder out;
    private final boolean sorted;

    private JsonText(boolean sorted, int length) {
        this.out = new StringBuilder(length);
        this.sorted = sorted;
    }

    /** The text of {@code JSON.stringify}: no white space, keys in the order they have after those that are numbers. */
    static String stringify(JsonNode value) {
        return new JsonText(false, TYPICAL_LENGTH).write(value).out.toString();
    }

    /** The same with the keys of every object sorted. Counterpart: {@code fast-json-stable-stringify}. */
    static String stableStringify(JsonNode value) {
        return new JsonText(true, TYPICAL_LENGTH).write(value).out.toString();
    }

    /** A text as a JSON string, with its quotes. */
    static String quoted(String text) {
        var json = new JsonText(false, text.length() + 2);
        json.quote(text);
        return json.out.toString();
    }

    private JsonText write(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> quote(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.append(value.booleanValue());
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case NULL, MISSING -> out.append("null");
            default -> throw new IllegalArgumentException("Not JSON: " + value.getNodeType());
        }
        return this;
    }

    private void number(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            var number = value.longValue();
            if (Math.abs(number) <= LARGEST_EXACT_INTEGER) {
                out.append(number);
                return;
            }
        }
        var number = value.doubleValue();
        out.append(Double.isFinite(number) ? JavaScriptNumber.format(number) : "null");
    }

    private void array(JsonNode value) {
        out.append('[');
        for (var index = 0; index < value.size(); index++) {
            if (index > 0) {
                out.append(',');
            }
            write(value.get(index));
        }
        out.append(']');
    }

    private void object(JsonNode value) {
        out.append('{');
        var start = out.length();
        if (sorted && value.size() > 1) {
            sortedFields(value, start);
        } else if (!sorted && ArrayIndex.isAmong(value.propertyNames())) {
            ArrayIndex.first(value.propertyNames()).forEach(name -> field(start, name, value.get(name)));
        } else {
            value.forEachEntry((name, field) -> field(start, name, field));
        }
        out.append('}');
    }

    private void sortedFields(JsonNode value, int start) {
        var names = value.propertyNames().toArray(String[]::new);
        Arrays.sort(names);
        for (var name : names) {
            field(start, name, value.get(name));
        }
    }

    private void field(int start, String name, JsonNode value) {
        if (out.length() > start) {
            out.append(',');
        }
        quote(name);
        out.append(':');
        write(value);
    }

    private void quote(String text) {
        out.append('"');
        var written = 0;
        for (var at = 0; at < text.length(); at++) {
            if (needsEscape(text, at)) {
                out.append(text, written, at);
                escape(text.charAt(at));
                written = at + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean needsEscape(String text, int at) {
        var character = text.charAt(at);
        return character < ' '
                || character == '"'
                || character == '\\'
                || (Character.isSurrogate(character) && isAlone(text, at));
    }

    private static boolean isAlone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private void escape(char character) {
        out.append('\\');
        switch (character) {
            case '"', '\\' -> out.append(character);
            case '\b' -> out.append('b');
            case '\f' -> out.append('f');
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> {
                out.append('u');
                for (var shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((character >> shift) & 0xf));
                }
            }
        }
    }
}
