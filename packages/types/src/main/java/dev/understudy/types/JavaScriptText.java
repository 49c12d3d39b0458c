// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

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

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || c == '\ufeff'
                || c == '\u2028'
                || c == '\u2029'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
