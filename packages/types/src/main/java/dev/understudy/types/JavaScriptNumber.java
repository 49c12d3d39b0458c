// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as JavaScript reads and prints them, for text that clients and databases compare. */
public final class JavaScriptNumber {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern RADIX = Pattern.compile("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+");
    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);
    private static final int LARGEST_PLAIN_EXPONENT = 21;
    private static final int SMALLEST_PLAIN_EXPONENT = -6;

    private JavaScriptNumber() {}

    /** The number that JavaScript's {@code Number(text)} gives; NaN where the text is not a number. */
    public static double parse(String text) {
        var trimmed = JavaScriptText.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (RADIX.matcher(trimmed).matches()) {
            return new BigInteger(trimmed.substring(2), radix(trimmed.charAt(1))).doubleValue();
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
        };
    }

    /** The text that JavaScript's {@code String(number)} gives, such as {@code 1} for 1.0 and {@code 1e+21}. */
    public static String format(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return "0";
        }
        var decimal = shortest(number);
        var exponent = decimal.precision() - decimal.scale();
        if (exponent <= LARGEST_PLAIN_EXPONENT && exponent > SMALLEST_PLAIN_EXPONENT) {
            return decimal.toPlainString();
        }
        return scientific(decimal, exponent - 1);
    }

    /** The fewest digits that mean the number; of 5e-324, Java would print two, for they are closer. */
    private static BigDecimal shortest(double number) {
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            var shorter = decimal.round(ONE_DIGIT).stripTrailingZeros();
            return shorter.doubleValue() == number ? shorter : decimal;
        }
        return decimal;
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        var digits = decimal.unscaledValue().abs().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (decimal.signum() < 0 ? "-" : "") + mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
