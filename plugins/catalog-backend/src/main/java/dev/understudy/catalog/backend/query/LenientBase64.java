// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as Node reads it: either alphabet, and what belongs to neither is skipped. */
final class LenientBase64 {
    private LenientBase64() {}

    static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String encoded) {
        var end = encoded.indexOf('=');
        var digits = new StringBuilder(encoded.length());
        (end < 0 ? encoded : encoded.substring(0, end))
                .chars()
                .map(LenientBase64::standard)
                .filter(digit -> digit != 0)
                .forEach(digit -> digits.append((char) digit));
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return new String(Base64.getDecoder().decode(digits.toString()), StandardCharsets.UTF_8);
    }

    private static int standard(int digit) {
        return switch (digit) {
            case '-' -> '+';
            case '_' -> '/';
            case '+', '/' -> digit;
            default ->
                (digit >= 'A' && digit <= 'Z') || (digit >= 'a' && digit <= 'z') || (digit >= '0' && digit <= '9')
                        ? digit
                        : 0;
        };
    }
}
