// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AbortControllerTest {
    private final AbortController controller = AbortController.create();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void givesTheSignalOnce() {
        controller.signal().onAbort(calls::incrementAndGet);
        assertThat(controller.signal().aborted()).isFalse();
        assertThatCode(controller.signal()::throwIfAborted).doesNotThrowAnyException();
        controller.abort();
        controller.abort();
        assertThat(calls).hasValue(1);
        assertThat(controller.signal().aborted()).isTrue();
        assertThatThrownBy(controller.signal()::throwIfAborted)
                .isInstanceOf(CancellationException.class)
                .hasMessage("This operation was aborted");
    }

    @Test
    void tellsLatecomersAtOnce() {
        controller.abort();
        controller.signal().onAbort(calls::incrementAndGet);
        assertThat(calls).hasValue(1);
    }

    @Test
    void forgetsThoseWhoLeave() {
        controller.signal().onAbort(calls::incrementAndGet).close();
        controller.abort();
        assertThat(calls).hasValue(0);
    }

    @Test
    void handsTheSignalDownButNotUp() {
        var stopped = AbortController.childOf(controller.signal());
        stopped.abort();
        assertThat(controller.signal().aborted()).isFalse();
        var child = AbortController.childOf(controller.signal());
        controller.abort();
        assertThat(child.signal().aborted()).isTrue();
        assertThat(AbortController.childOf(controller.signal()).signal().aborted())
                .isTrue();
    }
}
