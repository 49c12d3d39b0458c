// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A length of time as people write it, with each unit kept apart. Fractions and negative amounts are allowed in every
 * unit. Immutable.
 *
 * <p>Backstage counterpart: {@code HumanDuration}.
 */
public record HumanDuration(
        double years,
        double months,
        double weeks,
        double days,
        double hours,
        double minutes,
        double seconds,
        double milliseconds) {

    /** The names of the units as configuration spells them, from the longest to the shortest. */
    public static final List<String> UNITS =
            List.of("years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds");

    private static final List<Double> MILLISECONDS_PER_UNIT =
            List.of(365 * 864e5, 30 * 864e5, 7 * 864e5, 864e5, 36e5, 6e4, 1e3, 1.0);
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    /**
     * Reads a duration: ISO 8601 if the text starts with {@code P}, such as {@code PT5M}, otherwise a number with a
     * unit, such as {@code 5m} or {@code 2 minutes}.
     *
     * @throws IllegalArgumentException with the reason, if the text is neither
     */
    public static HumanDuration parse(String text) {
        return text.startsWith("P") ? IsoDurationParser.parse(text) : UnitDurationParser.parse(text);
    }

    /** A duration from amounts by unit name; units left out are zero. */
    public static HumanDuration of(Map<String, Double> amounts) {
        var values = UNITS.stream()
                .mapToDouble(unit -> amounts.getOrDefault(unit, 0.0))
                .toArray();
        return new HumanDuration(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    /** The amounts by unit name, from the longest unit to the shortest, without those that are zero. */
    public Map<String, Double> amounts() {
        var amounts = new LinkedHashMap<String, Double>();
        for (int index = 0; index < UNITS.size(); index++) {
            var amount = inOrder().get(index);
            if (amount != 0) {
                amounts.put(UNITS.get(index), amount);
            }
        }
        return Collections.unmodifiableMap(amounts);
    }

    /** The whole length in milliseconds; a year counts 365 days and a month 30. */
    public double toMillis() {
        double total = 0;
        for (int index = 0; index < UNITS.size(); index++) {
            total += inOrder().get(index) * MILLISECONDS_PER_UNIT.get(index);
        }
        return total;
    }

    /** The whole length; a year counts 365 days and a month 30. Capped at what {@link Duration} can count in nanoseconds. */
    public Duration toDuration() {
        var milliseconds = toMillis();
        var whole = (long) milliseconds;
        var rest = Math.round((milliseconds - whole) * NANOSECONDS_PER_MILLISECOND);
        return Duration.ofMillis(whole).plusNanos(Math.abs(rest) < NANOSECONDS_PER_MILLISECOND ? rest : 0);
    }

    /** The duration in ISO 8601, each unit as it was given, such as {@code P1DT30M}; fractions of seconds end at milliseconds. */
    public String toIso() {
        var date = iso(years, "Y") + iso(months, "M") + iso(weeks, "W") + iso(days, "D");
        var wholeSeconds = Math.round((seconds + milliseconds / 1e3) * 1e3) / 1e3;
        var time = iso(hours, "H") + iso(minutes, "M") + iso(wholeSeconds, "S");
        var hasTime = hours != 0 || minutes != 0 || seconds != 0 || milliseconds != 0;
        if (hasTime && time.isEmpty()) {
            time = "0S";
        }
        return date.isEmpty() && !hasTime ? "PT0S" : "P" + date + (hasTime ? "T" + time : "");
    }

    private static String iso(double amount, String unit) {
        return amount == 0 ? "" : JavaScriptNumber.format(amount) + unit;
    }

    private List<Double> inOrder() {
        return List.of(years, months, weeks, days, hours, minutes, seconds, milliseconds);
    }

    /** The amounts in words, such as {@code 2 hours 30 minutes}. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        amounts().forEach((unit, amount) -> parts.add(JavaScriptNumber.format(amount) + " " + unit));
        return parts.isEmpty() ? "0 milliseconds" : String.join(" ", parts);
    }
}
