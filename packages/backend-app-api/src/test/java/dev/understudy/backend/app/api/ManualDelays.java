// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs delayed tasks when told to. */
final class ManualDelays implements DelayedTasks {
    private final List<Duration> delays = new ArrayList<>();
    private Runnable next = () -> {};

    @Override
    public synchronized Cancellation schedule(Duration delay, Runnable task) {
        delays.add(delay);
        next = task;
        return () -> next = () -> {};
    }

    synchronized List<Duration> delays() {
        return List.copyOf(delays);
    }

    void runNext() {
        Runnable task;
        synchronized (this) {
            task = next;
        }
        task.run();
    }
}
