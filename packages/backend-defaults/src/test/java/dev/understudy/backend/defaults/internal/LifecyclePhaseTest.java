// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LifecyclePhaseTest {
    private final RecordingLogger logger = RecordingLogger.create();
    private final LifecyclePhase phase = new LifecyclePhase(logger, "plugin startup", "too late");

    @Test
    void runsAllHooksAtTheSameTimeAndOnce() {
        var together = new CyclicBarrier(2);
        var runs = new AtomicInteger();
        for (var hook = 0; hook < 2; hook++) {
            phase.add(() -> {
                together.await();
                runs.incrementAndGet();
            });
        }
        phase.run();
        phase.run();
        assertThat(runs).hasValue(2);
        assertThat(logger.lines())
                .containsExactly(
                        "debug Running 2 plugin startup tasks...",
                        "debug Plugin startup hook succeeded",
                        "debug Plugin startup hook succeeded");
    }

    @Test
    void logsAHookThatFails() {
        phase.add(() -> {
            throw new IllegalStateException("boom");
        });
        phase.run();
        assertThat(logger.lines()).contains("error Plugin startup hook failed, Error: boom");
    }

    @Test
    void refusesHooksOnceReached() {
        phase.run();
        assertThatThrownBy(() -> phase.add(() -> {})).hasMessage("too late");
    }
}
