// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets some entities be processed at a time. One that takes long, as a rule because it waits for a host, no longer counts
 * after a while, so that hosts that hang hold up nobody. Thread-safe.
 */
final class ProcessingTurns {
    private static final int MOST_WAITING = 2000;

    private final Semaphore permits;
    private final Duration patience;
    private final Set<Turn> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();

    ProcessingTurns(int atOnce, Duration patience) {
        this.permits = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** Waits for a turn, which is to be closed. */
    Turn await() throws InterruptedException {
        permits.acquire();
        var turn = new Turn();
        open.add(turn);
        return turn;
    }

    /** Gives others the turns of those that take too long. */
    void passOn() {
        open.stream().filter(Turn::isLong).limit(MOST_WAITING - waiting.get()).forEach(Turn::passOn);
    }

    /** How many have had their turn and are not done. */
    int waiting() {
        return waiting.get();
    }

    /** The turn of one entity. */
    final class Turn implements AutoCloseable {
        private final long start = System.nanoTime();
        private boolean isPassedOn;
        private boolean isOver;

        private synchronized boolean isLong() {
            return !isPassedOn && System.nanoTime() - start > patience.toNanos();
        }

        private synchronized void passOn() {
            if (!isOver && !isPassedOn) {
                isPassedOn = true;
                waiting.incrementAndGet();
                permits.release();
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            open.remove(this);
            if (isPassedOn) {
                waiting.decrementAndGet();
            } else {
                permits.release();
            }
        }
    }
}
