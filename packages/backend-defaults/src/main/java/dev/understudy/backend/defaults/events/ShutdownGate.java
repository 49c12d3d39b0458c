// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.events;

/** Lets work in until shutdown, which waits for what is inside, so that no event is dropped half way. */
final class ShutdownGate {
    private int inside;
    private boolean closed;

    /** Whether one may go in; then {@link #leave} must follow. */
    synchronized boolean enter() {
        if (!closed) {
            inside++;
        }
        return !closed;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    synchronized void close() throws InterruptedException {
        closed = true;
        while (inside > 0) {
            wait();
        }
    }
}
