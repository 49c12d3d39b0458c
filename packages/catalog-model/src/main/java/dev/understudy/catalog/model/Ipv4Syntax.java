// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.ArrayList;
import java.util.List;

/** IPv4 addresses as the URL standard reads them: one to four numbers, decimal, octal or hexadecimal. */
final class Ipv4Syntax {
    private static final long INVALID = -1;
    private static final long TOO_LARGE = 1L << 32;

    private Ipv4Syntax() {}

    /** Whether the host must be an IPv4 address, because its last part is a number. */
    static boolean endsInNumber(String host) {
        var last = parts(host).getLast();
        return !last.isEmpty() && (Characters.all(last, Characters::isDigit) || number(last) != INVALID);
    }

    static boolean isValid(String host) {
        var numbers = parts(host).stream().map(Ipv4Syntax::number).toList();
        if (numbers.size() > 4 || numbers.contains(INVALID)) {
            return false;
        }
        return numbers.subList(0, numbers.size() - 1).stream().allMatch(number -> number < 256)
                && numbers.getLast() < 1L << (8 * (5 - numbers.size()));
    }

    private static List<String> parts(String host) {
        var parts = new ArrayList<>(List.of(host.split("\\.", -1)));
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static long number(String part) {
        if (part.isEmpty()) {
            return INVALID;
        }
        if (part.startsWith("0x") || part.startsWith("0X")) {
            return digits(part.substring(2), 16);
        }
        return part.length() > 1 && part.startsWith("0") ? digits(part.substring(1), 8) : digits(part, 10);
    }

    private static long digits(String digits, int radix) {
        var value = 0L;
        for (var index = 0; index < digits.length(); index++) {
            var digit = Characters.hexValue(digits.charAt(index));
            if (digit < 0 || digit >= radix) {
                return INVALID;
            }
            value = Math.min(value * radix + digit, TOO_LARGE);
        }
        return value;
    }
}
