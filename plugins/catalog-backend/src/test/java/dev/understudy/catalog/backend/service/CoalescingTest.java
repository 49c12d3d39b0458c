// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CoalescingTest {
    private final Coalescing<String, Integer> coalescing = new Coalescing<>();
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void answersAllThatWaitWithOneRunThatStartedAfterTheyAsked() throws Exception {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = clients.submit(() -> coalescing.answer("page", () -> {
            running.countDown();
            await(finish);
            return runs.incrementAndGet();
        }));
        running.await();
        var threads = IntStream.range(0, 5)
                .mapToObj(_ -> new Waiting(coalescing, runs))
                .toList();
        var late = threads.stream().map(clients::submit).toList();
        for (var thread : threads) {
            thread.awaitBlocked();
        }
        finish.countDown();
        assertThat(first.get()).isEqualTo(1);
        for (Future<Integer> answer : late) {
            assertThat(answer.get()).isEqualTo(2);
        }
        assertThat(coalescing.answer("page", runs::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void keepsDifferentQuestionsApart() throws Exception {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var slow = clients.submit(() -> coalescing.answer("slow", () -> {
            running.countDown();
            await(finish);
            return 1;
        }));
        running.await();
        assertThat(coalescing.answer("other", () -> 2)).isEqualTo(2);
        finish.countDown();
        assertThat(slow.get()).isEqualTo(1);
    }

    @Test
    void passesAFailureOnAndTriesAgainForTheNext() {
        assertThatThrownBy(() -> coalescing.answer("page", () -> {
                    throw new IllegalArgumentException("no such field");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such field");
        assertThat(coalescing.answer("page", () -> 7)).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A client of which one can tell that it waits. */
    private static final class Waiting implements Callable<Integer> {
        private final Coalescing<String, Integer> coalescing;
        private final AtomicInteger runs;
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile Thread thread = Thread.currentThread();

        Waiting(Coalescing<String, Integer> coalescing, AtomicInteger runs) {
            this.coalescing = coalescing;
            this.runs = runs;
        }

        @Override
        public Integer call() {
            thread = Thread.currentThread();
            started.countDown();
            return coalescing.answer("page", runs::incrementAndGet);
        }

        void awaitBlocked() throws InterruptedException {
            started.await();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }
}
