// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.function.IntPredicate;

/** Classes of ASCII characters. */
final class Characters {
    private Characters() {}

    /** Whether every character of the text passes the test; a plain loop, for this runs for every field of every entity. */
    static boolean all(String text, IntPredicate test) {
        for (var index = 0; index < text.length(); index++) {
            if (!test.test(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(int character) {
        return isLowerLetter(character) || (character >= 'A' && character <= 'Z');
    }

    static boolean isAlphanumeric(int character) {
        return isLetter(character) || isDigit(character);
    }

    static boolean isLowerAlphanumeric(int character) {
        return isLowerLetter(character) || isDigit(character);
    }

    /** The value of a hexadecimal digit, -1 for any other character. */
    static int hexValue(int character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }

    private static boolean isLowerLetter(int character) {
        return character >= 'a' && character <= 'z';
    }
}
