// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Answers the same question, asked many times at once, by asking once. Whoever asks while the answer is on its way waits
 * for the next one, for the one on its way may be older than the question: so each answer is as fresh as one's own would be.
 *
 * @param <Q> a question; equal questions have the same answer
 * @param <A> an answer, which is shared and must not be changed
 */
final class Coalescing<Q, A> {
    private final ConcurrentMap<Q, Turn<A>> latest = new ConcurrentHashMap<>();

    /** A run of the work, from the time when it can still be waited for until its end. */
    private static final class Turn<A> {
        final AtomicBoolean hasStarted = new AtomicBoolean();
        final CompletableFuture<A> answer = new CompletableFuture<>();
    }

    A answer(Q question, Supplier<? extends A> work) {
        var own = new Turn<A>();
        while (true) {
            var previous = latest.putIfAbsent(question, own);
            if (previous == null) {
                return run(question, own, work);
            }
            if (!previous.hasStarted.get()) {
                return Answers.await(previous.answer);
            }
            if (latest.replace(question, previous, own)) {
                previous.answer.handle((answer, failure) -> true).join();
                return run(question, own, work);
            }
        }
    }

    private A run(Q question, Turn<A> turn, Supplier<? extends A> work) {
        turn.hasStarted.set(true);
        try {
            turn.answer.complete(work.get());
        } catch (RuntimeException | Error failure) {
            turn.answer.completeExceptionally(failure);
        } finally {
            latest.remove(question, turn);
        }
        return Answers.await(turn.answer);
    }
}
