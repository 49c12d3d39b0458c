// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigSubscription;
import java.time.Duration;

/** Repeats a task on a virtual thread of its own until closed. */
final class BackgroundLoop {
    private BackgroundLoop() {}

    static ConfigSubscription start(String name, Duration interval, Runnable task) {
        var thread = Thread.ofVirtual().name(name).start(() -> run(interval, task));
        return thread::interrupt;
    }

    private static void run(Duration interval, Runnable task) {
        try {
            while (true) {
                Thread.sleep(interval);
                task.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
