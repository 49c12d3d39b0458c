// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HumanDurationTest {
    @ParameterizedTest
    @CsvSource({
        "1d, 86400000",
        "2 seconds, 2000",
        "1.5h, 5400000",
        ".5m, 30000",
        "100 ms, 100",
        "0s, 0",
        "3 WEEKS, 1814400000",
        "2 yrs, 63072000000",
        "P1D, 86400000",
        "PT1M, 60000",
        "P2DT6H, 194400000",
        "P1W, 604800000",
        "P1Y, 31536000000",
        "P1M, 2592000000",
        "PT-5S, -5000",
        "PT1.250S, 1250",
        "'PT1,5S', 1500",
        "PT-1.5S, -1500",
        "PT0S, 0"
    })
    void readsTextInMilliseconds(String text, double milliseconds) {
        assertThat(HumanDuration.parse(text).toMillis()).isEqualTo(milliseconds);
    }

    @Test
    void splitsTextIntoUnits() {
        assertThat(HumanDuration.parse("90061001ms").amounts())
                .containsExactly(
                        Map.entry("days", 1.0),
                        Map.entry("hours", 1.0),
                        Map.entry("minutes", 1.0),
                        Map.entry("seconds", 1.0),
                        Map.entry("milliseconds", 1.0));
    }

    @Test
    void keepsFractionsOfMilliseconds() {
        assertThat(HumanDuration.of(Map.of("milliseconds", 0.5)).toDuration()).isEqualTo(Duration.ofNanos(500_000));
        assertThat(HumanDuration.of(Map.of("days", 2.0)).toDuration()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void refusesPlainNumbers() {
        assertThatThrownBy(() -> HumanDuration.parse("30"))
                .hasMessage("The value cannot be a plain number; try adding a unit like 'ms' or 'seconds'");
    }

    @Test
    void refusesNegativeNumbersWithUnits() {
        assertThatThrownBy(() -> HumanDuration.parse("-1d")).hasMessage("Negative durations are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1 fortnight", "1d 2h", "-P1D", "1\n", "1e3s"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> HumanDuration.parse(text))
                .hasMessage("Not a valid duration string, try a number followed by a unit such as '1d' or '2 seconds'");
    }

    @Test
    void refusesOverlongText() {
        assertThatThrownBy(() -> HumanDuration.parse("1".repeat(100) + "d"))
                .hasMessage("Not a valid duration string, try a number followed by a unit such as '1d' or '2 seconds'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "PD", "P1H", "PT1D", "P1DT1", "P1d"})
    void refusesMalformedIsoText(String text) {
        assertThatThrownBy(() -> HumanDuration.parse(text))
                .hasMessage(
                        "Invalid ISO format, expected a value similar to 'P2DT6H' (2 days 6 hours) or 'PT1M' (1 minute)");
    }

    @Test
    void refusesIsoTextWithoutValues() {
        assertThatThrownBy(() -> HumanDuration.parse("P")).hasMessage("Invalid ISO format, no values given");
    }

    @Test
    void printsItsUnits() {
        assertThat(HumanDuration.parse("PT2H30.5M")).hasToString("2 hours 30.5 minutes");
        assertThat(HumanDuration.parse("0s")).hasToString("0 milliseconds");
    }

    /** Recorded from luxon 3.7. */
    @ParameterizedTest
    @CsvSource({
        "30 minutes, PT30M",
        "PT1H5M, PT1H5M",
        "0s, PT0S",
        "500ms, PT0.5S",
        "PT1.5S, PT1.5S",
        "P1.5D, P1.5D",
        "P1Y2M3W, P1Y2M3W",
        "0.4ms, PT0S",
        "PT-5S, PT-5S",
    })
    void writesIso(String text, String iso) {
        assertThat(HumanDuration.parse(text).toIso()).isEqualTo(iso);
    }

    @Test
    void writesEachUnitInIsoAsItWasGiven() {
        assertThat(HumanDuration.of(Map.of("seconds", 61.0)).toIso()).isEqualTo("PT61S");
        assertThat(HumanDuration.of(Map.of("hours", 0.1)).toIso()).isEqualTo("PT0.1H");
        assertThat(HumanDuration.of(Map.of("seconds", 1.23456)).toIso()).isEqualTo("PT1.235S");
        assertThat(HumanDuration.of(Map.of("milliseconds", -1500.0)).toIso()).isEqualTo("PT-1.5S");
    }
}
