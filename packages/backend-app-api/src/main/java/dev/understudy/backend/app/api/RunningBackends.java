// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stops all backends of the process when it ends. After a signal the exit status is 0, or 1 if a stop failed, as
 * operators of the original expect; the JVM's own would be 128 plus the number of the signal.
 */
final class RunningBackends {
    private static final Set<Backend> BACKENDS = new LinkedHashSet<>();
    private static boolean hooked;

    private RunningBackends() {}

    static synchronized void register(Backend backend) {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop-backends").unstarted(RunningBackends::stopAll));
        }
        BACKENDS.add(backend);
    }

    static synchronized void unregister(Backend backend) {
        BACKENDS.remove(backend);
    }

    private static synchronized List<Backend> running() {
        return List.copyOf(BACKENDS);
    }

    private static void stopAll() {
        var failures = new ArrayList<Throwable>();
        TaskGroup.uninterruptible()
                .runAll(running().stream()
                        .map(backend -> new TaskGroup.Task("stop-backend", () -> stop(backend, failures)))
                        .toList());
        if (isEndedBySignal()) {
            // exit() would wait for the hooks, and so for this one, forever
            Runtime.getRuntime().halt(failures.isEmpty() ? 0 : 1);
        }
    }

    private static void stop(Backend backend, List<Throwable> failures) {
        try {
            backend.stop();
        } catch (RuntimeException | LinkageError failure) {
            synchronized (failures) {
                failures.add(failure);
            }
            failure.printStackTrace();
        }
    }

    /** The JVM ends a process on a signal from a thread that it names after the signal. */
    private static boolean isEndedBySignal() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(name -> name.equals("SIGTERM handler")
                        || name.equals("SIGINT handler")
                        || name.equals("SIGHUP handler"));
    }
}
