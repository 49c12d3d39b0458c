// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as JavaScript reads and writes them. */
public final class JavaScriptNumber {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:Infinity|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");
    private static final double EXPONENT_FROM = 1e21;
    private static final double EXPONENT_BELOW = 1e-6;

    private JavaScriptNumber() {}

    /** The text of a number. Backstage counterpart: {@code String(number)}. */
    public static String format(double number) {
        var size = Math.abs(number);
        if (number == 0) {
            return "0";
        }
        if (size < EXPONENT_FROM && size >= EXPONENT_BELOW) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
        return Double.toString(number)
                .replace(".0E", "E")
                .replace("E-", "e-")
                .replace("E", "e+");
    }

    /** The number that a text stands for; empty when it is none. Backstage counterpart: {@code +text}. */
    public static OptionalDouble parse(String text) {
        var trimmed = text.strip();
        if (trimmed.length() > 2 && trimmed.charAt(0) == '0' && Character.isLetter(trimmed.charAt(1))) {
            return parseRadix(trimmed);
        }
        return DECIMAL.matcher(trimmed).matches()
                ? OptionalDouble.of(Double.parseDouble(trimmed))
                : OptionalDouble.empty();
    }

    private static OptionalDouble parseRadix(String text) {
        var radix =
                switch (text.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
        var digits = text.substring(2);
        var valid = radix != 0 && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0);
        return valid ? OptionalDouble.of(new BigInteger(digits, radix).doubleValue()) : OptionalDouble.empty();
    }
}
