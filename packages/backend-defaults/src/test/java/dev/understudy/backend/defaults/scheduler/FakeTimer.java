// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A clock that stands still until it is moved. */
final class FakeTimer implements TaskTimer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    // a class, so that alarms are told apart by identity
    private static final class Alarm {
        private final Instant at;
        private final Runnable callback;

        Alarm(Instant at, Runnable callback) {
            this.at = at;
            this.callback = callback;
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized AbortSignal.Subscription after(Duration delay, Runnable callback) {
        var alarm = new Alarm(later(delay), callback);
        alarms.add(alarm);
        return () -> remove(alarm);
    }

    private Instant later(Duration delay) {
        var farAway = Duration.ofDays(100_000);
        return now.plus(delay.compareTo(farAway) > 0 ? farAway : delay);
    }

    private synchronized void remove(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Goes from alarm to alarm, but no further than this from now, until the condition holds. */
    void advanceUntil(Duration atMost, BooleanSupplier condition) {
        var end = instant().plus(atMost);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("condition holds in time").isLessThan(deadline);
            fireNext(end);
            Thread.onSpinWait();
        }
    }

    /** Waits for the condition without moving the clock; only what is due already happens. */
    void waitUntil(BooleanSupplier condition) {
        advanceUntil(Duration.ZERO, condition);
    }

    private void fireNext(Instant end) {
        takeNext(end).ifPresent(alarm -> alarm.callback.run());
    }

    private synchronized Optional<Alarm> takeNext(Instant end) {
        var next = alarms.stream().filter(alarm -> !alarm.at.isAfter(end)).min(Comparator.comparing(alarm -> alarm.at));
        next.ifPresent(alarm -> {
            remove(alarm);
            now = alarm.at.isAfter(now) ? alarm.at : now;
        });
        return next;
    }
}
