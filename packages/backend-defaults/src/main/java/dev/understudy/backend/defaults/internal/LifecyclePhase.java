// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A point in a life that is reached once, and the hooks that run there, all at the same time. Thread-safe. */
public final class LifecyclePhase {
    private final LoggerService logger;
    private final String name;
    private final String tooLate;
    private final List<LifecycleHook> hooks = new ArrayList<>();
    private boolean reached;

    /**
     * @param name as it stands in log lines, such as {@code plugin startup}
     * @param tooLate the message for a hook that is added once the phase is reached
     */
    public LifecyclePhase(LoggerService logger, String name, String tooLate) {
        this.logger = logger;
        this.name = name;
        this.tooLate = tooLate;
    }

    public synchronized void add(LifecycleHook hook) {
        if (reached) {
            throw new IllegalStateException(tooLate);
        }
        hooks.add(hook);
    }

    /** Runs the hooks and waits for all of them; the second time it does nothing. */
    public void run() {
        if (!reach()) {
            return;
        }
        logger.debug("Running " + hooks.size() + " " + name + " tasks...");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hook : hooks) {
                threads.execute(() -> run(hook));
            }
        }
    }

    private synchronized boolean reach() {
        var first = !reached;
        reached = true;
        return first;
    }

    private void run(LifecycleHook hook) {
        var subject = Character.toUpperCase(name.charAt(0)) + name.substring(1) + " hook";
        try {
            hook.run();
            logger.debug(subject + " succeeded");
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            logger.error(subject + " failed, " + ErrorNames.describe(interruption));
        } catch (Exception | LinkageError | AssertionError failure) {
            logger.error(
                    subject + " failed, " + ErrorNames.describe(failure), Map.of("stack", StackTraces.of(failure)));
        }
    }
}
