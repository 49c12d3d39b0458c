// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Percent-encoding of UTF-8. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** Escapes the ASCII characters that the predicate names, and all that are not ASCII. */
    static String encode(String text, IntPredicate escaped) {
        var result = new StringBuilder(text.length());
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet < 0 || escaped.test(octet)) {
                result.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            } else {
                result.append((char) octet);
            }
        }
        return result.toString();
    }

    /** Decodes what can be decoded and leaves other percent signs alone. */
    static String decodeLeniently(String text) {
        return text.indexOf('%') < 0 ? text : new String(decodedBytes(text), StandardCharsets.UTF_8);
    }

    static byte[] decodedBytes(String text) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        var result = new ByteArrayOutputStream(octets.length);
        for (var at = 0; at < octets.length; at++) {
            if (octets[at] == '%'
                    && at + 2 < octets.length
                    && Character.digit(octets[at + 1], 16) >= 0
                    && Character.digit(octets[at + 2], 16) >= 0) {
                result.write(Character.digit(octets[at + 1], 16) * 16 + Character.digit(octets[at + 2], 16));
                at += 2;
            } else {
                result.write(octets[at]);
            }
        }
        return result.toByteArray();
    }

    static boolean hasBrokenEscape(String text) {
        for (var at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAlphanumeric(int character) {
        return isLetter(character) || (character >= '0' && character <= '9');
    }

    static boolean isLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isHex(char character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }
}
