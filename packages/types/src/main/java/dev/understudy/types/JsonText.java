// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Writes JSON without spaces, with JavaScript's numbers and escapes. */
final class JsonText {
    private final boolean sorted;
    private final StringBuilder text = new StringBuilder();

    JsonText(boolean sorted) {
        this.sorted = sorted;
    }

    String write(JsonNode value) {
        append(value);
        return text.toString();
    }

    private void append(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(value);
            case ARRAY -> appendArray(value);
            case STRING -> appendString(value.stringValue());
            case NUMBER -> appendNumber(value.doubleValue());
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL, MISSING -> text.append("null");
            case BINARY, POJO -> throw new IllegalArgumentException("Not a JSON value: " + value.getNodeType());
        }
    }

    private void appendObject(JsonNode object) {
        var start = '{';
        for (var property : sorted ? sortedProperties(object).entrySet() : object.properties()) {
            text.append(start);
            appendString(property.getKey());
            text.append(':');
            append(property.getValue());
            start = ',';
        }
        text.append(start == '{' ? "{}" : "}");
    }

    private static Map<String, JsonNode> sortedProperties(JsonNode object) {
        var properties = new TreeMap<String, JsonNode>();
        object.forEachEntry(properties::put);
        return properties;
    }

    private void appendArray(JsonNode array) {
        text.append('[');
        for (int index = 0; index < array.size(); index++) {
            if (index > 0) {
                text.append(',');
            }
            append(array.get(index));
        }
        text.append(']');
    }

    private void appendNumber(double number) {
        text.append(Double.isFinite(number) ? JavaScriptNumber.format(number) : "null");
    }

    private void appendString(String value) {
        text.append('"');
        for (int index = 0; index < value.length(); index++) {
            appendCharacter(value, index);
        }
        text.append('"');
    }

    private void appendCharacter(String value, int index) {
        var character = value.charAt(index);
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < ' ' || isLoneSurrogate(value, index)) {
                    text.append("\\u%04x".formatted((int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }

    private static boolean isLoneSurrogate(String value, int index) {
        var character = value.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }
}
