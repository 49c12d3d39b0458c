// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** The clock, and an alarm that goes with it. */
interface TaskTimer extends InstantSource {
    /**
     * Runs something later, on a thread of its own.
     *
     * @return calls it off when closed
     */
    AbortSignal.Subscription after(Duration delay, Runnable callback);

    /** Waits for a time to pass or the signal to be given, whichever comes first. */
    default void sleep(Duration duration, AbortSignal signal) throws InterruptedException {
        if (duration.isNegative() || duration.isZero() || signal.aborted()) {
            return;
        }
        var over = new CountDownLatch(1);
        try (var _ = after(duration, over::countDown);
                var _ = signal.onAbort(over::countDown)) {
            over.await();
        }
    }
}
