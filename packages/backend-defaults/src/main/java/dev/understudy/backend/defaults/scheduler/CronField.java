// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import java.util.regex.Pattern;

/** The fields of a cron expression, in their order. */
enum CronField {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY_OF_MONTH("dayOfMonth", 1, 31),
    MONTH("month", 1, 12),
    DAY_OF_WEEK("dayOfWeek", 0, 7);

    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?(?:/(\\d+))?");
    private static final int SUNDAY_AS_SEVEN = 7;

    private final String label;
    private final int lowest;
    private final int highest;

    CronField(String label, int lowest, int highest) {
        this.label = label;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Reads a field as a set of values: bit n stands for value n. */
    long parse(String text) {
        for (var part : text.split(",", -1)) {
            if (part.indexOf('*') > 0) {
                throw new CronException("Field (" + part + ") has an invalid wildcard expression");
            }
        }
        var ranges = text.replace("*", lowest + "-" + highest);
        long values = 0;
        for (var range : ranges.split(",", -1)) {
            values |= parseRange(range, ranges);
        }
        return values;
    }

    /** All values there are. */
    long all() {
        return this == DAY_OF_WEEK ? bits(0, 6, 1) : bits(lowest, highest, 1);
    }

    private long parseRange(String range, String whole) {
        var match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new CronException("Field (" + label + ") cannot be parsed");
        }
        var first = number(match.group(1));
        var last = match.group(2) == null ? first : number(match.group(2));
        var step = match.group(3) == null ? 1 : number(match.group(3));
        if (step == 0) {
            throw new CronException("Field (" + label + ") has a step of zero");
        }
        if (first > last) {
            throw new CronException("Field (" + label + ") has an invalid range");
        }
        if (first < lowest || last > highest) {
            throw new CronException("Field value (" + whole + ") is out of range");
        }
        var open = match.group(2) == null && match.group(3) != null;
        return withSundayAsZero(bits(first, open ? highest : last, step));
    }

    private long withSundayAsZero(long values) {
        if (this != DAY_OF_WEEK || (values & (1L << SUNDAY_AS_SEVEN)) == 0) {
            return values;
        }
        return (values & ~(1L << SUNDAY_AS_SEVEN)) | 1L;
    }

    private static long bits(int first, int last, int step) {
        long values = 0;
        for (long value = first; value <= last; value += step) {
            values |= 1L << value;
        }
        return values;
    }

    /** The number, or the largest one there is where the text has more digits than any field allows. */
    private static int number(String digits) {
        var significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }
}
