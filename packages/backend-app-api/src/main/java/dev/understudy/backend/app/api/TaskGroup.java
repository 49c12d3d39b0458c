// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.errors.ForwardedException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runs work on virtual threads and waits for it. */
final class TaskGroup {
    /** Work with the name of its thread. */
    record Task(String name, Runnable work) {}

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final boolean cancelledByInterrupt;
    private volatile boolean cancelled;

    private TaskGroup(boolean cancelledByInterrupt) {
        this.cancelledByInterrupt = cancelledByInterrupt;
    }

    /** Interrupting any thread that waits for others calls all of them off. */
    static TaskGroup cancelledByInterrupt() {
        return new TaskGroup(true);
    }

    /** A thread that is interrupted waits on, and finds itself interrupted when the others have ended. */
    static TaskGroup uninterruptible() {
        return new TaskGroup(false);
    }

    /** Runs the work on a thread of its own and returns when it has ended. */
    <T> T call(String name, Callable<T> work) {
        return join(fork(name, work));
    }

    /** Runs all tasks at the same time and returns when all have ended. */
    void runAll(List<Task> tasks) {
        var futures = tasks.stream()
                .map(task -> fork(task.name(), Executors.callable(task.work())))
                .toList();
        futures.forEach(this::join);
    }

    /** Interrupts everything that runs, and everything that will. */
    void cancel() {
        cancelled = true;
        threads.forEach(Thread::interrupt);
    }

    boolean isCancelled() {
        return cancelled;
    }

    private <T> Future<T> fork(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            task.run();
            threads.remove(Thread.currentThread());
        });
        threads.add(thread);
        thread.start();
        if (cancelled) {
            thread.interrupt();
        }
        return task;
    }

    private <T> T join(Future<T> task) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                    if (cancelledByInterrupt) {
                        cancel();
                    }
                } catch (ExecutionException failure) {
                    throw unwrap(failure);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrap(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null -> new IllegalStateException(failure);
            case Throwable cause -> new ForwardedException("Unexpected uncaught backend startup error", cause);
        };
    }
}
