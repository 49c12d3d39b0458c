// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Text as JavaScript treats it. */
public final class JavaScriptText {
    private JavaScriptText() {}

    /** The text that JavaScript's {@code trim} gives: unlike Java's, it knows the no-break space and the byte order mark. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The text that JavaScript's {@code String} makes of a value. */
    public static String display(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> JavaScriptNumber.format(value.doubleValue());
            case OBJECT -> "[object Object]";
            case ARRAY ->
                value.valueStream()
                        .map(item -> item.isNull() ? "" : display(item))
                        .collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || c == '\ufeff'
                || c == '\u2028'
                || c == '\u2029'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
