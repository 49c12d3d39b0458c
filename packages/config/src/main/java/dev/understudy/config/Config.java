// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import dev.understudy.types.HumanDuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Typed, read-only access to configuration. Keys are dotted paths such as {@code backend.listen.port}. An explicit
 * {@code null} counts as absent. Returned nodes are not to be changed.
 *
 * <p>Every accessor throws {@link dev.understudy.errors.TypeException} for a malformed key and for a value of another
 * type; those without {@code optional} in their name throw {@link ConfigException} for an absent value. Safe for use
 * by several threads.
 *
 * <p>Backstage counterpart: {@code Config}.
 */
public interface Config {
    /** Whether there is a value for the key, of whatever type. */
    boolean has(String key);

    /** The keys at the top of this configuration, those of the highest source first. */
    List<String> keys();

    /** Everything, merged from all sources. */
    JsonNode value();

    /** The value of a key, merged from all sources. */
    JsonNode value(String key);

    /** Everything, merged from all sources, or nothing if there is no source. */
    Optional<JsonNode> optionalValue();

    /** The value of a key, merged from all sources. */
    Optional<JsonNode> optionalValue(String key);

    /** The section under a key, which must be an object. */
    Config config(String key);

    /** The section under a key, which must be an object. */
    Optional<Config> optionalConfig(String key);

    /** The sections in an array of objects, taken whole from the highest source that has it. */
    List<Config> configArray(String key);

    /** The sections in an array of objects, taken whole from the highest source that has it. */
    Optional<List<Config>> optionalConfigArray(String key);

    /** A string that is not empty. */
    String string(String key);

    /** A string that is not empty. */
    Optional<String> optionalString(String key);

    /** Strings, none of them empty, taken whole from the highest source that has them. */
    List<String> stringArray(String key);

    /** Strings, none of them empty, taken whole from the highest source that has them. */
    Optional<List<String>> optionalStringArray(String key);

    /** A number, or a string that JavaScript would read as one; {@link ConfigException} for other strings. */
    double number(String key);

    /** A number, or a string that JavaScript would read as one; {@link ConfigException} for other strings. */
    Optional<Double> optionalNumber(String key);

    /** A whole number within the range of {@code int}; {@link ConfigException} for other numbers. */
    int integer(String key);

    /** A whole number within the range of {@code int}; {@link ConfigException} for other numbers. */
    Optional<Integer> optionalInteger(String key);

    /** A boolean, or one of y, yes, true, 1, on, n, no, false, 0, off; {@link ConfigException} for other text. */
    boolean bool(String key);

    /** A boolean, or one of y, yes, true, 1, on, n, no, false, 0, off; {@link ConfigException} for other text. */
    Optional<Boolean> optionalBool(String key);

    /**
     * A length of time: text such as {@code 5m}, {@code 2 minutes} or {@code PT2M}, or an object with units as keys.
     * Throws {@link dev.understudy.errors.InputException} or {@link ConfigException} for anything else.
     */
    default HumanDuration humanDuration(String key) {
        return DurationReader.read(this, key);
    }

    /** This whole section as a length of time, an object with units as keys. */
    default HumanDuration humanDuration() {
        return DurationReader.read(this);
    }

    /** Like {@link #humanDuration(String)}. */
    default Optional<HumanDuration> optionalHumanDuration(String key) {
        return has(key) ? Optional.of(humanDuration(key)) : Optional.empty();
    }

    /** Like {@link #humanDuration(String)}; a year counts 365 days and a month 30. */
    default Duration duration(String key) {
        return humanDuration(key).toDuration();
    }

    /** Like {@link #duration(String)}. */
    default Optional<Duration> optionalDuration(String key) {
        return optionalHumanDuration(key).map(HumanDuration::toDuration);
    }

    /**
     * Runs the callback, on a thread of the source's, whenever the effective configuration has changed. Configuration
     * that cannot change accepts the callback and never runs it.
     */
    ConfigSubscription subscribe(Runnable onChange);
}
