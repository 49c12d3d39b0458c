// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first place where a text stops being JSON, and words it as V8 does. */
final class JsonSyntax {
    private static final int CONTEXT = 10;
    private static final char END = '\uffff';

    /** What stands around the place being read. */
    private enum Inside {
        OBJECT,
        ARRAY
    }

    /** Carries the message out of the nested readers; has no stack trace, as it always is caught here. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Found(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private final Deque<Inside> nesting = new ArrayDeque<>();
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** V8's message; empty when the text is JSON. */
    static Optional<String> firstError(String text) {
        try {
            new JsonSyntax(text).readAll();
            return Optional.empty();
        } catch (Found found) {
            return Optional.ofNullable(found.getMessage());
        }
    }

    private void readAll() {
        value();
        while (!nesting.isEmpty()) {
            afterElement();
        }
        if (peek() != END) {
            throw at("Unexpected non-whitespace character after JSON");
        }
    }

    /** Reads a value; of an object or array only as far as its first element's end. */
    private void value() {
        while (true) {
            switch (peek()) {
                case '"' -> string();
                case '{' -> {
                    at++;
                    if (peek() != '}') {
                        nesting.push(Inside.OBJECT);
                        propertyName("Expected property name or '}'");
                        continue;
                    }
                    at++;
                }
                case '[' -> {
                    at++;
                    if (peek() != ']') {
                        nesting.push(Inside.ARRAY);
                        continue;
                    }
                    at++;
                }
                case 't' -> literal("true");
                case 'f' -> literal("false");
                case 'n' -> literal("null");
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
                default -> throw unexpected();
            }
            return;
        }
    }

    private void afterElement() {
        var isObject = nesting.peek() == Inside.OBJECT;
        var next = peek();
        if (next == ',') {
            at++;
            if (isObject) {
                propertyName("Expected double-quoted property name");
            }
            value();
        } else if (next == (isObject ? '}' : ']')) {
            at++;
            nesting.pop();
        } else {
            throw inJson(
                    isObject ? "Expected ',' or '}' after property value" : "Expected ',' or ']' after array element");
        }
    }

    private void propertyName(String otherwise) {
        if (peek() != '"') {
            throw inJson(otherwise);
        }
        string();
        if (peek() != ':') {
            throw inJson("Expected ':' after property name");
        }
        at++;
    }

    private void string() {
        at++;
        while (true) {
            var letter = current();
            if (letter == '"') {
                at++;
                return;
            }
            if (letter == END && at >= text.length()) {
                throw inJson("Unterminated string");
            }
            if (letter < ' ') {
                throw inJson("Bad control character in string literal");
            }
            at++;
            if (letter == '\\') {
                escape();
            }
        }
    }

    private void escape() {
        var letter = current();
        if (letter == 'u') {
            for (var digit = 0; digit < 4; digit++) {
                at++;
                if (Character.digit(current(), 16) < 0) {
                    throw inJson(at >= text.length() ? "Unterminated string" : "Bad Unicode escape");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(letter) < 0) {
            throw inJson(at >= text.length() ? "Unterminated string" : "Bad escaped character");
        }
        at++;
    }

    private void literal(String word) {
        for (var index = 0; index < word.length(); index++, at++) {
            if (current() != word.charAt(index)) {
                throw unexpected();
            }
        }
    }

    private void number() {
        if (current() == '-') {
            at++;
            requireDigit("No number after minus sign");
        }
        if (current() == '0') {
            at++;
            if (isDigit()) {
                throw inJson("Unexpected number");
            }
        }
        digits();
        if (current() == '.') {
            at++;
            requireDigit("Unterminated fractional number");
            digits();
        }
        if (current() == 'e' || current() == 'E') {
            at++;
            if (current() == '+' || current() == '-') {
                at++;
            }
            requireDigit("Exponent part is missing a number");
            digits();
        }
    }

    private void requireDigit(String otherwise) {
        if (!isDigit()) {
            throw inJson(otherwise);
        }
    }

    private void digits() {
        while (isDigit()) {
            at++;
        }
    }

    private boolean isDigit() {
        return current() >= '0' && current() <= '9';
    }

    private char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return current();
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private Found unexpected() {
        if (at >= text.length()) {
            return new Found("Unexpected end of JSON input");
        }
        return new Found(unexpectedToken(text, at));
    }

    /** The message for a letter that cannot stand where it does. */
    static String unexpectedToken(String text, int at) {
        return "Unexpected token '" + text.charAt(at) + "', " + context(text, at) + " is not valid JSON";
    }

    private static String context(String text, int at) {
        var isShort = text.length() <= 2 * CONTEXT;
        var from = isShort || at < CONTEXT ? 0 : at - CONTEXT;
        var to = isShort || (at >= CONTEXT && at >= text.length() - CONTEXT) ? text.length() : at + CONTEXT;
        return (from > 0 || (!isShort && at >= CONTEXT) ? "..." : "") + "\""
                + text.substring(from, Math.min(to, text.length())) + "\"" + (to < text.length() ? "..." : "");
    }

    private Found inJson(@Nullable String problem) {
        return at(problem + " in JSON");
    }

    private Found at(String problem) {
        var before = text.substring(0, Math.min(at, text.length()));
        var line = before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        var column = before.length() - before.lastIndexOf('\n');
        return new Found(problem + " at position " + at + " (line " + line + " column " + column + ")");
    }
}
