// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads ISO 8601 durations, with weeks beside other units and with signs, as the reference does. */
final class IsoDurationParser {
    private static final String DECIMAL = "(-?\\d{1,20}(?:\\.\\d{1,20})?)";
    private static final Pattern ISO = Pattern.compile(
            "-?P(?:%1$sY)?(?:%1$sM)?(?:%1$sW)?(?:%1$sD)?(?:T(?:%1$sH)?(?:%1$sM)?(?:(-?\\d{1,20})(?:[.,](-?\\d{1,20}))?S)?)?"
                    .formatted(DECIMAL));
    private static final int SECONDS = 7;
    private static final int FRACTION = 8;

    private IsoDurationParser() {}

    static HumanDuration parse(String text) {
        var match = ISO.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Invalid ISO format, expected a value similar to 'P2DT6H' (2 days 6 hours) or 'PT1M' (1 minute)");
        }
        if (IntStream.rangeClosed(1, FRACTION).allMatch(group -> match.group(group) == null)) {
            throw new IllegalArgumentException("Invalid ISO format, no values given");
        }
        return read(match, text.startsWith("-") ? -1 : 1);
    }

    private static HumanDuration read(Matcher match, int sign) {
        return new HumanDuration(
                sign * number(match.group(1)),
                sign * number(match.group(2)),
                sign * number(match.group(3)),
                sign * number(match.group(4)),
                sign * number(match.group(5)),
                sign * number(match.group(6)),
                sign * number(match.group(SECONDS)),
                milliseconds(match, sign));
    }

    private static double milliseconds(Matcher match, int sign) {
        var fraction = match.group(FRACTION);
        if (fraction == null || fraction.startsWith("-")) {
            return 0;
        }
        var milliseconds = Math.floor(Double.parseDouble("0." + fraction) * 1000);
        var seconds = match.group(SECONDS);
        var negative = sign < 0 || (seconds != null && seconds.startsWith("-"));
        return negative ? -milliseconds : milliseconds;
    }

    private static double number(@Nullable String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }
}
