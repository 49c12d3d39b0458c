// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.concurrent.CancellationException;

/** Tells work that it should stop. Thread-safe. Counterpart: JavaScript's {@code AbortSignal}. */
public interface AbortSignal {
    boolean aborted();

    /**
     * Runs the callback once when the signal is given, at once if it was given before. It must be quick and not throw.
     *
     * @return forgets the callback when closed
     */
    Subscription onAbort(Runnable callback);

    /**
     * Ends work that has been told to stop.
     *
     * @throws CancellationException when the signal was given
     */
    default void throwIfAborted() {
        if (aborted()) {
            throw new CancellationException("This operation was aborted");
        }
    }

    /** A callback's place among those waiting for the signal. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
