// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through JSON word by word, up to the first mistake. */
final class JsonScanner {
    static final int END = -1;
    private static final int LAST_LATIN = 255;

    private final String text;
    private int at;
    private @Nullable String mistake;

    JsonScanner(String text) {
        this.text = text;
    }

    boolean isMistaken() {
        return mistake != null;
    }

    Optional<String> mistake() {
        return Optional.ofNullable(mistake);
    }

    void skip() {
        at++;
    }

    void string() {
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

    void number() {
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

    void literal(String word) {
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

    int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    void unexpected() {
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

    void fail(String what) {
        fail(what, " in JSON at position ");
    }

    void failAfterEnd(String what) {
        fail(what, " at position ");
    }

    private void fail(String what, String where) {
        if (mistake == null) {
            mistake = what + where + at + JsonMistakeContext.lineAndColumn(text, at);
        }
    }
}
