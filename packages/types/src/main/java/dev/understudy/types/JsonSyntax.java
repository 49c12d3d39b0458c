// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first mistake in malformed JSON and tells it in the words of V8, which Backstage's clients get to see. It keeps no
 * values and does not recurse, so a body of nothing but brackets does no harm.
 */
public final class JsonSyntax {
    private static final int END = -1;
    private static final int LAST_LATIN = 255;

    private final String text;
    private final BitSet objects = new BitSet();
    private int depth;
    private int at;
    private @Nullable String mistake;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** What is wrong with the text; empty when nothing is. */
    public static Optional<String> mistakeIn(String text) {
        var syntax = new JsonSyntax(text);
        syntax.document();
        return Optional.ofNullable(syntax.mistake);
    }

    /** What V8 says of a character that cannot stand at its place. */
    public static String unexpectedToken(String text, int at) {
        return JsonMistakeContext.unexpectedToken(text, at);
    }

    private void document() {
        while (mistake == null) {
            boolean opened = value();
            if (mistake == null && !opened && !afterValue()) {
                return;
            }
        }
    }

    /** Reads a value, or the opening of one and all that stands before its first element. */
    private boolean value() {
        skipSpace();
        switch (peek()) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> unexpected();
        }
        return false;
    }

    private boolean object() {
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return false;
        }
        objects.set(depth++);
        propertyName("Expected property name or '}'");
        return true;
    }

    private boolean array() {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return false;
        }
        objects.clear(depth++);
        return true;
    }

    private void propertyName(String otherwise) {
        skipSpace();
        if (peek() != '"') {
            fail(otherwise);
            return;
        }
        string();
        skipSpace();
        if (mistake == null && peek() != ':') {
            fail("Expected ':' after property name");
        }
        at++;
    }

    /** Closes what ends here. Whether another value has to follow. */
    private boolean afterValue() {
        while (depth > 0) {
            skipSpace();
            boolean inObject = objects.get(depth - 1);
            int next = peek();
            if (next == ',') {
                at++;
                if (inObject) {
                    propertyName("Expected double-quoted property name");
                }
                return true;
            }
            if (next != (inObject ? '}' : ']')) {
                fail(inObject ? "Expected ',' or '}' after property value" : "Expected ',' or ']' after array element");
                return false;
            }
            at++;
            depth--;
        }
        skipSpace();
        if (peek() != END) {
            fail("Unexpected non-whitespace character after JSON", " at position ");
        }
        return false;
    }

    private void string() {
        at++;
        while (mistake == null) {
            int c = peek();
            if (c == END) {
                fail("Unterminated string");
            } else if (c < ' ') {
                fail("Bad control character in string literal");
            } else if (c == '\\') {
                escape();
            } else {
                at++;
                if (c == '"') {
                    return;
                }
            }
        }
    }

    private void escape() {
        at++;
        int c = peek();
        if (c == END || c > LAST_LATIN) {
            unexpected();
        } else if (c == 'u') {
            at++;
            unicodeEscape();
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            fail("Bad escaped character");
        } else {
            at++;
        }
    }

    private void unicodeEscape() {
        for (int digit = 0; digit < 4; digit++, at++) {
            int c = peek();
            if (c == END || c > 127 || Character.digit(c, 16) < 0) {
                fail("Bad Unicode escape");
                return;
            }
        }
    }

    private void number() {
        if (peek() == '-') {
            at++;
            if (!isDigit()) {
                fail("No number after minus sign");
                return;
            }
        }
        boolean zero = peek() == '0';
        at++;
        if (zero && isDigit()) {
            unexpected();
            return;
        }
        digits();
        if (peek() == '.') {
            at++;
            required("Unterminated fractional number");
        }
        if (mistake == null && (peek() == 'e' || peek() == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            required("Exponent part is missing a number");
        }
    }

    private void required(String otherwise) {
        if (isDigit()) {
            digits();
        } else {
            fail(otherwise);
        }
    }

    private void digits() {
        while (isDigit()) {
            at++;
        }
    }

    private void literal(String word) {
        for (int index = 0; index < word.length(); index++, at++) {
            if (peek() != word.charAt(index)) {
                unexpected();
                return;
            }
        }
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private void unexpected() {
        int c = peek();
        if (c == END) {
            mistake = "Unexpected end of JSON input";
        } else if (c == '-' || isDigit()) {
            fail("Unexpected number");
        } else if (c == '"') {
            fail("Unexpected string");
        } else {
            mistake = JsonMistakeContext.unexpectedTokenOrWord(text, at);
        }
    }

    private void fail(String what) {
        fail(what, " in JSON at position ");
    }

    private void fail(String what, String where) {
        if (mistake == null) {
            mistake = what + where + at + JsonMistakeContext.lineAndColumn(text, at);
        }
    }
}
