// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Logs which plugins have started and which are being waited for, at growing intervals. Thread-safe. */
final class StartupProgress {
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(60);

    private final Optional<LoggerService> logger;
    private final DelayedTasks delayedTasks;
    private final Set<String> starting;
    private final Set<String> started = new LinkedHashSet<>();
    private Duration previousInterval = Duration.ZERO;
    private Duration interval = Duration.ofSeconds(1);
    private DelayedTasks.Cancellation next = () -> {};
    private boolean finished;

    StartupProgress(Collection<String> pluginIds, Optional<LoggerService> logger, DelayedTasks delayedTasks) {
        this.logger = logger;
        this.delayedTasks = delayedTasks;
        this.starting = new TreeSet<>(pluginIds);
    }

    synchronized void begin() {
        log("Plugin initialization started: " + join(starting));
        next = delayedTasks.schedule(interval, this::report);
    }

    /** Takes the plugin off the list and returns how many are left. */
    synchronized int ended(String pluginId) {
        starting.remove(pluginId);
        started.add(pluginId);
        return starting.size();
    }

    synchronized int remaining() {
        return starting.size();
    }

    synchronized void finish() {
        finished = true;
        next.cancel();
        log("Plugin initialization complete" + status());
    }

    private synchronized void report() {
        if (finished) {
            return;
        }
        log("Plugin initialization in progress" + status());
        var sum = interval.plus(previousInterval);
        previousInterval = interval;
        interval = sum.compareTo(LONGEST_INTERVAL) < 0 ? sum : LONGEST_INTERVAL;
        next = delayedTasks.schedule(interval, this::report);
    }

    private String status() {
        var status = new StringBuilder();
        if (!started.isEmpty()) {
            status.append(", newly initialized: ").append(join(started));
            started.clear();
        }
        if (!starting.isEmpty()) {
            status.append(", still initializing: ").append(join(starting));
        }
        return status.toString();
    }

    private void log(String message) {
        logger.ifPresent(present -> present.info(message));
    }

    private static String join(Set<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(joining(", "));
    }
}
