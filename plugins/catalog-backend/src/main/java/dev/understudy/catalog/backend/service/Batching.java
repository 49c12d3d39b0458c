// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up many keys at once. While a lookup runs, keys that are asked for are gathered for the next one, so that each
 * answer is as fresh as one's own would be. A lookup that takes long is not waited for. Thread-safe.
 *
 * @param <K> a key
 * @param <V> a value, which is shared and must not be changed
 */
final class Batching<K, V> {
    // a short lookup is mostly over when others have run for a moment, which costs less than to wait with a time limit
    private static final int TIMES_TO_STEP_ASIDE = 4;
    private static final long SHORT_NANOS = 100_000;

    private final Duration patience;
    private final Semaphore turn = new Semaphore(1);
    private @Nullable Batch<K, V> gathering;
    private volatile long lastNanos = Long.MAX_VALUE;

    /** The keys may grow until the lookup begins. */
    private static final class Batch<K, V> {
        final Set<K> keys = new LinkedHashSet<>();
        final CompletableFuture<Map<K, V>> values = new CompletableFuture<>();
    }

    Batching(Duration patience) {
        this.patience = patience;
    }

    /** The value of a key, by the lookup of whoever was the first to wait; a lookup has a value for each of its keys. */
    V value(K key, Function<? super Set<K>, ? extends Map<K, V>> lookup) {
        var own = new Batch<K, V>();
        var batch = join(own, key);
        if (batch == own) {
            run(batch, lookup);
        }
        return requireNonNull(Answers.await(batch.values).get(key), "the lookup left out a key");
    }

    private synchronized Batch<K, V> join(Batch<K, V> own, K key) {
        var batch = gathering == null ? own : gathering;
        batch.keys.add(key);
        gathering = batch;
        return batch;
    }

    private void run(Batch<K, V> batch, Function<? super Set<K>, ? extends Map<K, V>> lookup) {
        var hasTurn = awaitTurn();
        try {
            synchronized (this) {
                gathering = null;
            }
            var start = System.nanoTime();
            batch.values.complete(lookup.apply(batch.keys));
            lastNanos = System.nanoTime() - start;
        } catch (RuntimeException | Error failure) {
            batch.values.completeExceptionally(failure);
        } finally {
            turn.release(hasTurn ? 1 : 0);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on what the scheduler makes of it
    private boolean awaitTurn() {
        for (int time = 0; time < TIMES_TO_STEP_ASIDE && lastNanos < SHORT_NANOS; time++) {
            if (turn.tryAcquire()) {
                return true;
            }
            Thread.yield();
        }
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
