// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** The regular expressions of the entity schemas, as plain scans. */
final class SchemaPatterns {
    private SchemaPatterns() {}

    /** {@code ^\w+$}. */
    static boolean isWord(String text) {
        return !text.isEmpty()
                && Characters.all(text, character -> Characters.isAlphanumeric(character) || character == '_');
    }

    /** {@code ^.+$}, in JavaScript's sense of a line. */
    static boolean isLine(String text) {
        return !text.isEmpty() && Characters.all(text, character -> !isLineEnd(character));
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r' || character == '\u2028' || character == '\u2029';
    }
}
