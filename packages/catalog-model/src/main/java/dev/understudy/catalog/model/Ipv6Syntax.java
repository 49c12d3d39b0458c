// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** IPv6 addresses as the URL standard reads them: no zone, and an IPv4 address only at the end. */
final class Ipv6Syntax {
    private static final int PIECES = 8;

    private Ipv6Syntax() {}

    static boolean isValid(String address) {
        var compression = address.indexOf("::");
        if (compression < 0) {
            return pieces(address, true) == PIECES;
        }
        var head = address.substring(0, compression);
        var tail = address.substring(compression + 2);
        var before = head.isEmpty() ? 0 : pieces(head, false);
        var after = tail.isEmpty() ? 0 : pieces(tail, true);
        return before >= 0 && after >= 0 && before + after < PIECES;
    }

    /** How many pieces of sixteen bits the text has, negative if it is malformed. */
    private static int pieces(String text, boolean mayEndInIpv4) {
        var count = 0;
        var parts = text.split(":", -1);
        for (var index = 0; index < parts.length; index++) {
            if (isPiece(parts[index])) {
                count++;
            } else if (mayEndInIpv4 && index == parts.length - 1 && isIpv4(parts[index])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isPiece(String part) {
        return !part.isEmpty()
                && part.length() <= 4
                && Characters.all(part, character -> Characters.hexValue(character) >= 0);
    }

    private static boolean isIpv4(String part) {
        var numbers = part.split("\\.", -1);
        if (numbers.length != 4) {
            return false;
        }
        for (var number : numbers) {
            if (!isByte(number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isByte(String number) {
        return !number.isEmpty()
                && number.length() <= 3
                && Characters.all(number, Characters::isDigit)
                && (number.length() == 1 || number.charAt(0) != '0')
                && Integer.parseInt(number) <= 255;
    }
}
