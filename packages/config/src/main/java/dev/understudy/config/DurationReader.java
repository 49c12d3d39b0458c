// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import static java.util.stream.Collectors.joining;

import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.InputException;
import dev.understudy.types.HumanDuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lengths of time. Backstage counterpart: {@code readDurationFromConfig}. */
final class DurationReader {
    private DurationReader() {}

    static HumanDuration read(Config config, String key) {
        if (config.optionalValue(key).filter(value -> value.isString()).isPresent()) {
            return parse(config.string(key).strip(), key);
        }
        var amounts = amounts(config, key);
        return checked(amounts, config.config(key), " at '" + key + "'");
    }

    static HumanDuration read(Config section) {
        return checked(amounts(section), section, "");
    }

    private static HumanDuration parse(String text, String key) {
        try {
            return HumanDuration.parse(text);
        } catch (IllegalArgumentException failure) {
            throw new InputException(
                    "Invalid duration '" + text + "' in config at '" + key + "', " + ErrorNames.describe(failure));
        }
    }

    private static Map<String, Double> amounts(Config config, String key) {
        try {
            return numbers(config.config(key));
        } catch (RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    private static Map<String, Double> amounts(Config section) {
        try {
            return numbers(section);
        } catch (RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    private static InputException unreadable(RuntimeException failure) {
        return new InputException("Failed to read duration from config, " + ErrorNames.describe(failure));
    }

    private static Map<String, Double> numbers(Config section) {
        var amounts = new LinkedHashMap<String, Double>();
        for (var unit : HumanDuration.UNITS) {
            section.optionalNumber(unit).ifPresent(amount -> amounts.put(unit, amount));
        }
        return amounts;
    }

    private static HumanDuration checked(Map<String, Double> amounts, Config section, String where) {
        var prefix = "Failed to read duration from config" + where + ", Error: ";
        if (amounts.isEmpty()) {
            throw new ConfigException(prefix + "Needs one or more of " + quoted(HumanDuration.UNITS));
        }
        var unknown = section.keys().stream()
                .filter(unit -> !HumanDuration.UNITS.contains(unit))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigException(prefix + "Unknown " + (unknown.size() == 1 ? "property " : "properties ")
                    + quoted(unknown) + "; expected one or more of " + quoted(HumanDuration.UNITS));
        }
        return HumanDuration.of(amounts);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(joining(", "));
    }
}
