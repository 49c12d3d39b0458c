// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the first mistake in malformed JSON and tells it in the words of V8, which Backstage's clients get to see. It keeps no
 * values and does not recurse, so a body of nothing but brackets does no harm.
 */
public final class JsonSyntax {
    private final JsonScanner scanner;
    private final BitSet objects = new BitSet();
    private int depth;

    private JsonSyntax(String text) {
        this.scanner = new JsonScanner(text);
    }

    /** What is wrong with the text; empty when nothing is. */
    public static Optional<String> mistakeIn(String text) {
        var syntax = new JsonSyntax(text);
        syntax.document();
        return syntax.scanner.mistake();
    }

    /** What V8 says of a character that cannot stand at its place. */
    public static String unexpectedToken(String text, int at) {
        return JsonMistakeContext.unexpectedToken(text, at);
    }

    private void document() {
        while (!scanner.isMistaken()) {
            boolean opened = value();
            if (!scanner.isMistaken() && !opened && !afterValue()) {
                return;
            }
        }
    }

    /** Reads a value, or the opening of one and all that stands before its first element. */
    private boolean value() {
        scanner.skipSpace();
        switch (scanner.peek()) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> scanner.string();
            case 't' -> scanner.literal("true");
            case 'f' -> scanner.literal("false");
            case 'n' -> scanner.literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanner.number();
            default -> scanner.unexpected();
        }
        return false;
    }

    private boolean object() {
        scanner.skip();
        scanner.skipSpace();
        if (scanner.peek() == '}') {
            scanner.skip();
            return false;
        }
        objects.set(depth++);
        propertyName("Expected property name or '}'");
        return true;
    }

    private boolean array() {
        scanner.skip();
        scanner.skipSpace();
        if (scanner.peek() == ']') {
            scanner.skip();
            return false;
        }
        objects.clear(depth++);
        return true;
    }

    private void propertyName(String otherwise) {
        scanner.skipSpace();
        if (scanner.peek() != '"') {
            scanner.fail(otherwise);
            return;
        }
        scanner.string();
        scanner.skipSpace();
        if (!scanner.isMistaken() && scanner.peek() != ':') {
            scanner.fail("Expected ':' after property name");
        }
        scanner.skip();
    }

    /** Closes what ends here. Whether another value has to follow. */
    private boolean afterValue() {
        while (depth > 0) {
            scanner.skipSpace();
            boolean inObject = objects.get(depth - 1);
            int next = scanner.peek();
            if (next == ',') {
                scanner.skip();
                if (inObject) {
                    propertyName("Expected double-quoted property name");
                }
                return true;
            }
            if (next != (inObject ? '}' : ']')) {
                scanner.fail(
                        inObject
                                ? "Expected ',' or '}' after property value"
                                : "Expected ',' or ']' after array element");
                return false;
            }
            scanner.skip();
            depth--;
        }
        scanner.skipSpace();
        if (scanner.peek() != JsonScanner.END) {
            scanner.failAfterEnd("Unexpected non-whitespace character after JSON");
        }
        return false;
    }
}
