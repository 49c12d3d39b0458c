// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

/**
 * YAML forbids control characters, and so does the parser; the reference lets them pass, and texts that went through a wrong
 * encoding have them. For the parser they are disguised as private characters of the last plane.
 */
final class ControlCharacters {
    private static final int DISGUISE = 0x10F800;
    private static final int DISGUISES = 0x100;

    private ControlCharacters() {}

    static boolean areIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isForbidden(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    static String disguise(String text) {
        var disguised = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isForbidden(c)) {
                disguised.appendCodePoint(DISGUISE + c);
            } else {
                disguised.append(c);
            }
        }
        return disguised.toString();
    }

    static String reveal(String text) {
        var revealed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> revealed.appendCodePoint(isDisguise(c) ? c - DISGUISE : c));
        return revealed.toString();
    }

    private static boolean isDisguise(int c) {
        return c >= DISGUISE && c < DISGUISE + DISGUISES && isForbidden((char) (c - DISGUISE));
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= '\u007f' && c <= '\u009f' && c != '\u0085');
    }
}
