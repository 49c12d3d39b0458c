// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files hold what npm's cron 3.5.0 answered, less one case in which it overlooks that clocks on Lord Howe Island go
 * forward by half an hour.
 */
final class CronExpressionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource("nextTimes")
    void findsTheTimesThatTheReferenceFinds(String line) {
        var parts = line.split("\\|", -1);
        var cron = CronExpression.parse(parts[0]);
        var time = Instant.parse(parts[2]).atZone(ZoneId.of(parts[1]));
        for (var expected : parts[3].split(" ", -1)) {
            time = cron.next(time);
            assertThat(time.toInstant()).isEqualTo(Instant.parse(expected));
        }
    }

    static Stream<String> nextTimes() {
        return lines("cron-next.txt");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void acceptsAndRefusesWhatTheReferenceDoes(String line) {
        var end = line.lastIndexOf('|');
        var expression = line.substring(0, end);
        var expected = line.substring(end + 1);
        if (expected.startsWith("ok")) {
            CronExpression.parse(expression);
        } else {
            assertThatThrownBy(() -> CronExpression.parse(expression)).hasMessage(expected);
        }
    }

    static Stream<String> expressions() {
        return lines("cron-parse.txt");
    }

    @Test
    void givesUpOnTimesThatNeverCome() {
        assertThatThrownBy(() -> CronExpression.parse("0 0 31 2 *").next(START.atZone(ZoneOffset.UTC)))
                .isInstanceOf(CronException.class)
                .hasMessage("Something went wrong. No execution date was found in the next 8 years.");
    }

    private static Stream<String> lines(String file) {
        try (var stream = CronExpressionTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
