// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.math.BigDecimal;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Texts as the reference's language makes them, for messages that clients see. */
final class JavaScriptText {
    private JavaScriptText() {}

    /** The text without white space at its ends, in JavaScript's sense of white space. */
    static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The value put into a text. */
    static String display(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> number(value);
            case OBJECT -> "[object Object]";
            case ARRAY -> displayItems(value);
            default -> value.toString();
        };
    }

    /** The value as JSON. */
    static String json(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> quote(value.stringValue());
            case NUMBER -> number(value);
            case OBJECT -> jsonFields(value);
            case ARRAY -> jsonItems(value);
            default -> value.toString();
        };
    }

    /** The text as a JSON string. */
    static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (var index = 0; index < text.length(); index++) {
            appendQuoted(quoted, text, index);
        }
        return quoted.append('"').toString();
    }

    private static void appendQuoted(StringBuilder quoted, String text, int index) {
        var character = text.charAt(index);
        switch (character) {
            case '"', '\\' -> quoted.append('\\').append(character);
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (character < ' ' || isLoneSurrogate(text, index)) {
                    quoted.append("\\u%04x".formatted((int) character));
                } else {
                    quoted.append(character);
                }
            }
        }
    }

    private static boolean isLoneSurrogate(String text, int index) {
        var character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static String displayItems(JsonNode array) {
        var items = new StringJoiner(",");
        array.forEach(item -> items.add(item.isNull() ? "" : display(item)));
        return items.toString();
    }

    private static String jsonItems(JsonNode array) {
        var items = new StringJoiner(",", "[", "]");
        array.forEach(item -> items.add(json(item)));
        return items.toString();
    }

    private static String jsonFields(JsonNode object) {
        var fields = new StringJoiner(",", "{", "}");
        object.forEachEntry((name, value) -> fields.add(quote(name) + ":" + json(value)));
        return fields.toString();
    }

    private static String number(JsonNode value) {
        var number = value.doubleValue();
        if (number == 0) {
            return "0";
        }
        if (Double.isInfinite(number)) {
            return "null";
        }
        var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        var pointPosition = digits.precision() - digits.scale();
        return pointPosition > -6 && pointPosition <= 21
                ? digits.toPlainString()
                : exponential(digits, pointPosition - 1);
    }

    private static String exponential(BigDecimal digits, int exponent) {
        var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }

    private static boolean isSpace(char character) {
        return (character >= '\t' && character <= '\r')
                || character == '\u2028'
                || character == '\u2029'
                || character == '\ufeff'
                || Character.getType(character) == Character.SPACE_SEPARATOR;
    }
}
