// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StartupProgressTest {
    private final RecordingLogger logger = new RecordingLogger();
    private final ManualDelays delays = new ManualDelays();
    private final StartupProgress progress =
            new StartupProgress(List.of("search", "catalog", "app"), Optional.of(logger), delays);

    @Test
    void logsWhatHasStartedAndWhatHasNot() {
        progress.begin();
        delays.runNext();
        assertThat(progress.ended("search")).isEqualTo(2);
        assertThat(progress.ended("app")).isEqualTo(1);
        delays.runNext();
        assertThat(progress.ended("catalog")).isZero();
        progress.finish();
        assertThat(logger.lines())
                .containsExactly(
                        "- info: Plugin initialization started: 'app', 'catalog', 'search'",
                        "- info: Plugin initialization in progress, still initializing: 'app', 'catalog', 'search'",
                        "- info: Plugin initialization in progress, newly initialized: 'search', 'app',"
                                + " still initializing: 'catalog'",
                        "- info: Plugin initialization complete, newly initialized: 'catalog'");
    }

    @Test
    void waitsLongerEachTimeUpToAMinute() {
        progress.begin();
        IntStream.range(0, 12).forEach(_ -> delays.runNext());
        assertThat(delays.delays().stream().map(Duration::toSeconds))
                .containsExactly(1L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 60L, 60L, 60L);
    }

    @Test
    void isSilentOnceFinished() {
        progress.begin();
        progress.finish();
        var lines = logger.lines();
        delays.runNext();
        assertThat(logger.lines()).isEqualTo(lines);
    }
}
