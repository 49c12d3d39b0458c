// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DurationReaderTest {
    private static final String UNITS =
            "'years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'";

    private static Config config(Object value) {
        return ConfigReader.fromData(Map.of("every", value));
    }

    @Test
    void readsTextAndObjects() {
        assertThat(config(" 2 minutes ").duration("every")).isEqualTo(Duration.ofMinutes(2));
        assertThat(config("PT2M").duration("every")).isEqualTo(Duration.ofMinutes(2));
        assertThat(config(Map.of("minutes", 2, "seconds", "30")).duration("every"))
                .isEqualTo(Duration.ofSeconds(150));
        assertThat(config(Map.of("months", 1)).duration("every")).isEqualTo(Duration.ofDays(30));
        assertThat(config(Map.of("years", 1)).duration("every")).isEqualTo(Duration.ofDays(365));
        assertThat(config(Map.of("hours", 1)).config("every").humanDuration().hours())
                .isEqualTo(1);
        assertThat(config("1s").optionalDuration("every")).contains(Duration.ofSeconds(1));
    }

    @Test
    void explainsBadText() {
        assertThatThrownBy(() -> config("10").duration("every"))
                .isInstanceOf(InputException.class)
                .hasMessage("Invalid duration '10' in config at 'every', Error: The value cannot be a plain number; "
                        + "try adding a unit like 'ms' or 'seconds'");
        assertThatThrownBy(() -> config("  ").duration("every"))
                .hasMessage("Invalid duration '' in config at 'every', Error: "
                        + "val is not a non-empty string or a valid number. val=\"\"");
    }

    @Test
    void refusesBareNumbers() {
        assertThatThrownBy(() -> config(10).duration("every"))
                .isInstanceOf(InputException.class)
                .hasMessage("Failed to read duration from config, TypeError: "
                        + "Invalid type in config for key 'every' in 'mock-config', got number, wanted object");
    }

    @Test
    void refusesMissingValues() {
        assertThatThrownBy(() -> config(10).duration("never"))
                .hasMessage("Failed to read duration from config, Error: "
                        + "Missing required config value at 'never' in 'mock-config'");
    }

    @Test
    void refusesObjectsWithoutUnits() {
        assertThatThrownBy(() -> config(Map.of()).duration("every"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Failed to read duration from config at 'every', Error: Needs one or more of " + UNITS);
    }

    @Test
    void refusesUnknownUnits() {
        assertThatThrownBy(() -> config(Map.of("hours", 1, "fortnights", 1)).duration("every"))
                .hasMessage("Failed to read duration from config at 'every', Error: "
                        + "Unknown property 'fortnights'; expected one or more of " + UNITS);
    }
}
