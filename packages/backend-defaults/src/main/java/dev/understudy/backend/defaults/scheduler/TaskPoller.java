// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which tasks are due, with one query for all that are waited for. It asks as often as the most impatient of
 * them wants to know, and not at all while nobody waits.
 */
final class TaskPoller {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    private final TaskTable table;
    private final TaskTimer timer;
    private final LoggerService logger;

    private final List<Waiter> waiters = new ArrayList<>();
    private @Nullable Alarm alarm;
    private Instant notBefore = Instant.MIN;
    private boolean polling;

    TaskPoller(TaskTable table, TaskTimer timer, LoggerService logger) {
        this.table = table;
        this.timer = timer;
        this.logger = logger;
    }

    /** What became of waiting. */
    sealed interface Outcome {
        /** The task is due and nobody has claimed it yet. */
        record Ready(TaskSettings settings) implements Outcome {}

        /** The wait is over for good: the signal was given, or the task is no longer there. */
        record Over() implements Outcome {}
    }

    private record Waiter(String taskId, Duration interval, BlockingQueue<Outcome> answer) {}

    private record Alarm(Instant at, AbortSignal.Subscription subscription) {}

    /** Waits until a task is due. */
    Outcome await(String taskId, Duration interval, AbortSignal signal) throws InterruptedException {
        var patience = interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
        var waiter = new Waiter(taskId, patience, new ArrayBlockingQueue<>(1));
        add(waiter);
        try (var _ = signal.onAbort(() -> giveUp(waiter))) {
            return waiter.answer().take();
        }
    }

    private synchronized void add(Waiter waiter) {
        waiters.add(waiter);
        if (polling) {
            return;
        }
        var now = timer.instant();
        if (alarm == null) {
            pollAt(notBefore.isBefore(now) ? now : notBefore, now);
        }
        var wanted = now.plus(waiter.interval());
        if (alarm != null && wanted.isBefore(alarm.at())) {
            alarm.subscription().close();
            pollAt(wanted, now);
        }
    }

    private void pollAt(Instant time, Instant now) {
        alarm = new Alarm(time, timer.after(Duration.between(now, time), this::poll));
    }

    private synchronized void giveUp(Waiter waiter) {
        waiters.remove(waiter);
        waiter.answer().offer(new Outcome.Over());
        if (waiters.isEmpty() && alarm != null) {
            alarm.subscription().close();
            alarm = null;
            notBefore = Instant.MIN;
        }
    }

    private void poll() {
        var interval = startPoll();
        if (interval == null) {
            return;
        }
        try {
            answer(taskIds());
        } catch (RuntimeException failure) {
            logger.warn("Task state poll failed", failure);
        } finally {
            endPoll(interval);
        }
    }

    private synchronized @Nullable Duration startPoll() {
        alarm = null;
        polling = !waiters.isEmpty();
        return shortestInterval();
    }

    private synchronized void endPoll(Duration intervalBefore) {
        polling = false;
        var now = timer.instant();
        var interval = shortestInterval();
        var pause = interval == null || intervalBefore.compareTo(interval) < 0 ? intervalBefore : interval;
        notBefore = now.plus(pause);
        if (interval != null) {
            pollAt(now.plus(interval), now);
        }
    }

    private @Nullable Duration shortestInterval() {
        return waiters.stream().map(Waiter::interval).min(Duration::compareTo).orElse(null);
    }

    private synchronized List<String> taskIds() {
        return waiters.stream().map(Waiter::taskId).distinct().toList();
    }

    private void answer(List<String> taskIds) {
        var gone = new HashSet<>(taskIds);
        for (var row : table.poll(taskIds)) {
            gone.remove(row.id());
            if (row.ready()) {
                answerAll(row.id(), ready(row));
            }
        }
        for (var taskId : gone) {
            logger.info("No longer able to find task \"" + taskId
                    + "\"; aborting and assuming that it has been unregistered or expired");
            answerAll(taskId, new Outcome.Over());
        }
    }

    private Outcome ready(TaskTable.Polled row) {
        try {
            return new Outcome.Ready(TaskSettings.parse(row.settingsJson()));
        } catch (RuntimeException failure) {
            logger.info("Task \"" + row.id() + "\" is no longer able to parse task settings; aborting and assuming that"
                    + " a newer version of the task has been issued and is being handled by other workers, "
                    + ErrorNames.describe(failure));
            return new Outcome.Over();
        }
    }

    private synchronized void answerAll(String taskId, Outcome outcome) {
        waiters.removeIf(
                waiter -> waiter.taskId().equals(taskId) && waiter.answer().offer(outcome));
    }
}
