// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What a backend takes from the process it runs in.
 *
 * @param clock tells when things began and ended
 * @param delayedTasks runs the progress log
 * @param logsUncaughtExceptions whether failures of any thread of the process go to the backend's logger
 * @param stopPatience how long a stop waits for an interrupted start to end
 */
record BackendEnvironment(
        InstantSource clock, DelayedTasks delayedTasks, boolean logsUncaughtExceptions, Duration stopPatience) {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    static BackendEnvironment ofProcess() {
        var test = "test".equals(System.getenv("NODE_ENV"));
        return new BackendEnvironment(InstantSource.system(), DelayedTasks.onVirtualThreads(), !test, STOP_PATIENCE);
    }
}
