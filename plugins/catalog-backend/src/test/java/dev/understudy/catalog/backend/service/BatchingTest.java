// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BatchingTest {
    private final Batching<String, Integer> batching = new Batching<>(Duration.ofMinutes(1));
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    private final List<Set<String>> lookups = new CopyOnWriteArrayList<>();
    private final List<Thread> asking = new CopyOnWriteArrayList<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void looksUpTogetherWhatIsAskedForWhileItIsBusy() throws Exception {
        var first = ask("first");
        running.await();
        var late = List.of(ask("a"), ask("bb"), ask("a"), ask("ccc"));
        Awaitility.await().until(() -> asking.size() == 5 && asking.stream().allMatch(BatchingTest::isWaiting));
        finish.countDown();
        assertThat(first.get()).isEqualTo(5);
        assertThat(late).extracting(Future::get).containsExactly(1, 2, 1, 3);
        assertThat(lookups).containsExactly(Set.of("first"), Set.of("a", "bb", "ccc"));
    }

    @Test
    void asksAtOnceWhenNobodyElseDoes() {
        finish.countDown();
        assertThat(batching.value("one", this::lengths)).isEqualTo(3);
        assertThat(batching.value("three", this::lengths)).isEqualTo(5);
        assertThat(lookups).containsExactly(Set.of("one"), Set.of("three"));
    }

    @Test
    void doesNotWaitForOneThatTakesLong() throws Exception {
        var impatient = new Batching<String, Integer>(Duration.ZERO);
        var slow = clients.submit(() -> impatient.value("slow", this::lengths));
        running.await();
        assertThat(impatient.value("fast", keys -> Map.of("fast", keys.size()))).isEqualTo(1);
        finish.countDown();
        assertThat(slow.get()).isEqualTo(4);
    }

    @Test
    void passesAFailureOnAndTriesAgainForTheNext() {
        finish.countDown();
        assertThatThrownBy(() -> batching.value("one", _ -> {
                    throw new IllegalArgumentException("no such table");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such table");
        assertThat(batching.value("one", this::lengths)).isEqualTo(3);
    }

    private Future<Integer> ask(String key) {
        return clients.submit(() -> {
            asking.add(Thread.currentThread());
            return batching.value(key, this::lengths);
        });
    }

    private Map<String, Integer> lengths(Set<String> keys) {
        lookups.add(Set.copyOf(keys));
        running.countDown();
        try {
            finish.await();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return keys.stream().collect(Collectors.toMap(key -> key, String::length));
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }
}
