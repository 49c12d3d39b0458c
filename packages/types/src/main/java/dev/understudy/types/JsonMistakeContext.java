// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.Set;

/** Where in a text a mistake is, as V8 shows it. */
final class JsonMistakeContext {
    private static final int SHOWN_EACH_SIDE = 10;
    private static final Set<String> NO_JSON_AT_ALL = Set.of("undefined", "NaN", "Infinity", "[object Object]");

    private JsonMistakeContext() {}

    static String unexpectedTokenOrWord(String text, int at) {
        return NO_JSON_AT_ALL.contains(text) ? "\"" + text + "\" is not valid JSON" : unexpectedToken(text, at);
    }

    static String unexpectedToken(String text, int at) {
        return "Unexpected token '" + text.charAt(at) + "', " + excerpt(text, at) + " is not valid JSON";
    }

    private static String excerpt(String text, int at) {
        if (text.length() <= 2 * SHOWN_EACH_SIDE) {
            return "\"" + text + "\"";
        }
        boolean fromStart = at < SHOWN_EACH_SIDE;
        boolean toEnd = !fromStart && at >= text.length() - SHOWN_EACH_SIDE;
        var shown = text.substring(fromStart ? 0 : at - SHOWN_EACH_SIDE, toEnd ? text.length() : at + SHOWN_EACH_SIDE);
        return (fromStart ? "" : "...") + "\"" + shown + "\"" + (toEnd ? "" : "...");
    }

    static String lineAndColumn(String text, int at) {
        int line = 1;
        int lineStart = 0;
        for (int index = 0; index < at; index++) {
            char c = text.charAt(index);
            boolean firstOfPair = c == '\r' && index + 1 < at && text.charAt(index + 1) == '\n';
            if ((c == '\n' || c == '\r') && !firstOfPair) {
                line++;
                lineStart = index + 1;
            }
        }
        return " (line " + line + " column " + (at - lineStart + 1) + ")";
    }
}
