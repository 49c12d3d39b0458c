// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The end of a test backend: its parts are closed in reverse order, then there must be nothing left. Thread-safe. */
final class Closing {
    private final OpenBackends.Place place;
    private final LeakedThreads threads = LeakedThreads.begin();
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean closed;

    private Closing(OpenBackends.Place place) {
        this.place = place;
    }

    static Closing begin() {
        return new Closing(OpenBackends.enter(caller()));
    }

    private static String caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                        .findFirst()
                        .map(StackWalker.StackFrame::toString)
                        .orElse("an unknown place"));
    }

    private static boolean isOurs(Class<?> type) {
        return type.getNestHost() == TestBackend.class || type == Closing.class;
    }

    synchronized void add(Runnable step) {
        steps.push(step);
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var failures = new ArrayList<Throwable>();
        steps.forEach(step -> catching(step, failures));
        if (OpenBackends.leave(place) && failures.isEmpty()) {
            threads.complaint().map(AssertionError::new).ifPresent(failures::add);
        }
        throwFirst(failures);
    }

    /** Closes after another failure, which goes before all that may follow from it. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException | Error closeFailure) {
            if (!closeFailure.equals(failure)) {
                failure.addSuppressed(closeFailure);
            }
        }
    }

    private static void catching(Runnable step, List<Throwable> failures) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        }
    }

    private static void throwFirst(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        var first = failures.getFirst();
        failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
        switch (first) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(first);
        }
    }
}
