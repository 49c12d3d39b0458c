// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Duration;

/** Runs tasks later. */
@FunctionalInterface
interface DelayedTasks {
    /** Runs the task after the delay, unless it is cancelled before. */
    Cancellation schedule(Duration delay, Runnable task);

    /** Takes a task back. */
    @FunctionalInterface
    interface Cancellation {
        void cancel();
    }

    static DelayedTasks onVirtualThreads() {
        return (delay, task) -> Thread.ofVirtual().name("delayed-task").start(() -> runAfter(delay, task))::interrupt;
    }

    private static void runAfter(Duration delay, Runnable task) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            return; // cancelled
        }
        task.run();
    }
}
