// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's clock, with a virtual thread per alarm. */
final class SystemTaskTimer implements TaskTimer {
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public AbortSignal.Subscription after(Duration delay, Runnable callback) {
        var pending = new AtomicBoolean(true);
        var alarm = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException calledOff) {
                return;
            }
            if (pending.compareAndSet(true, false)) {
                callback.run();
            }
        });
        return () -> {
            if (pending.compareAndSet(true, false)) {
                alarm.interrupt();
            }
        };
    }
}
