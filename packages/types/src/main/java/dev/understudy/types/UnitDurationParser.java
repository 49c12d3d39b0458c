// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one number with a unit, with the spellings that the npm package {@code ms} knows. */
final class UnitDurationParser {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(-?(?:\\d+)?\\.?\\d+) *([a-zA-Z]*)");
    private static final int MAXIMUM_LENGTH = 100;
    private static final double YEAR = 365.25 * 864e5;

    private static final Map<String, Double> SPELLINGS = spellings();
    private static final Map<String, Double> UNITS = units();

    private UnitDurationParser() {}

    static HumanDuration parse(String text) {
        if (PLAIN_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The value cannot be a plain number; try adding a unit like 'ms' or 'seconds'");
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("val is not a non-empty string or a valid number. val=\"\"");
        }
        var milliseconds = milliseconds(text);
        if (milliseconds == null || !Double.isFinite(milliseconds)) {
            throw new IllegalArgumentException(
                    "Not a valid duration string, try a number followed by a unit such as '1d' or '2 seconds'");
        }
        if (milliseconds < 0) {
            throw new IllegalArgumentException("Negative durations are not allowed");
        }
        return split(milliseconds);
    }

    private static @Nullable Double milliseconds(String text) {
        var match = NUMBER_AND_UNIT.matcher(text);
        if (text.length() > MAXIMUM_LENGTH || !match.matches()) {
            return null;
        }
        var unit = match.group(2).isEmpty() ? "ms" : match.group(2).toLowerCase(Locale.ROOT);
        var length = SPELLINGS.get(unit);
        return length == null ? null : Double.parseDouble(match.group(1)) * length;
    }

    private static HumanDuration split(double milliseconds) {
        var rest = milliseconds;
        var amounts = new LinkedHashMap<String, Double>();
        for (var unit : UNITS.entrySet()) {
            var amount = Math.floor(rest / unit.getValue());
            amounts.put(unit.getKey(), amount);
            rest -= amount * unit.getValue();
        }
        amounts.put("milliseconds", rest);
        return HumanDuration.of(amounts);
    }

    private static Map<String, Double> units() {
        var units = new LinkedHashMap<String, Double>();
        units.put("years", YEAR);
        units.put("weeks", 7 * 864e5);
        units.put("days", 864e5);
        units.put("hours", 36e5);
        units.put("minutes", 6e4);
        units.put("seconds", 1e3);
        return units;
    }

    private static Map<String, Double> spellings() {
        var spellings = new LinkedHashMap<String, Double>();
        spell(spellings, YEAR, "years", "year", "yrs", "yr", "y");
        spell(spellings, 7 * 864e5, "weeks", "week", "w");
        spell(spellings, 864e5, "days", "day", "d");
        spell(spellings, 36e5, "hours", "hour", "hrs", "hr", "h");
        spell(spellings, 6e4, "minutes", "minute", "mins", "min", "m");
        spell(spellings, 1e3, "seconds", "second", "secs", "sec", "s");
        spell(spellings, 1, "milliseconds", "millisecond", "msecs", "msec", "ms");
        return spellings;
    }

    private static void spell(Map<String, Double> spellings, double length, String... names) {
        for (var name : names) {
            spellings.put(name, length);
        }
    }
}
