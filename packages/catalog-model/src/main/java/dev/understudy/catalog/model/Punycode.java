// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** Whether what follows {@code xn--} decodes, by RFC 3492. The JDK's own decoder refuses letters such as the sharp s. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int FIRST_NON_ASCII = 0x80;

    private final String digits;
    private int position;

    private Punycode(String digits) {
        this.digits = digits;
    }

    /** Whether the text decodes to anything that may be in a domain. */
    static boolean decodes(String encoded) {
        var delimiter = encoded.lastIndexOf('-');
        return new Punycode(encoded.substring(delimiter + 1)).decodes(Math.max(delimiter, 0));
    }

    private boolean decodes(int literals) {
        var codePoint = (long) FIRST_NON_ASCII;
        var index = 0L;
        var bias = INITIAL_BIAS;
        var length = literals;
        while (position < digits.length()) {
            var delta = readDelta(bias);
            if (delta < 0) {
                return false;
            }
            length++;
            bias = adapt(delta, length, length == literals + 1);
            codePoint += (index + delta) / length;
            index = (index + delta) % length + 1;
            if (!isLetterCandidate(codePoint)) {
                return false;
            }
        }
        return length > 0;
    }

    /** The next number, written in digits of growing weight; negative if it ends too early or is too large. */
    private long readDelta(int bias) {
        var delta = 0L;
        var weight = 1L;
        for (var k = BASE; position < digits.length() && delta <= Integer.MAX_VALUE; k += BASE) {
            var digit = digit(digits.charAt(position++));
            if (digit < 0) {
                return -1;
            }
            delta += digit * weight;
            var threshold = Math.clamp(k - bias, T_MIN, T_MAX);
            if (digit < threshold) {
                return delta <= Integer.MAX_VALUE ? delta : -1;
            }
            weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
        }
        return -1;
    }

    private static int digit(char character) {
        if (Characters.isDigit(character)) {
            return character - '0' + 26;
        }
        return Characters.isLetter(character) ? (character | 0x20) - 'a' : -1;
    }

    private static int adapt(long delta, int length, boolean first) {
        var rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        var k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }

    private static boolean isLetterCandidate(long codePoint) {
        return codePoint <= Character.MAX_CODE_POINT
                && Character.isDefined((int) codePoint)
                && !Character.isISOControl((int) codePoint)
                && Character.getType((int) codePoint) != Character.SURROGATE;
    }
}
