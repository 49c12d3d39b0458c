// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives an {@link AbortSignal}. Thread-safe. Counterpart: JavaScript's {@code AbortController}. */
public final class AbortController {
    private final Source source = new Source();

    private AbortController() {}

    public static AbortController create() {
        return new AbortController();
    }

    /** A controller whose signal is given when its parent's is, or on its own before that. */
    public static AbortController childOf(AbortSignal parent) {
        var child = new AbortController();
        var following = parent.onAbort(child::abort);
        child.signal().onAbort(following::close);
        return child;
    }

    public AbortSignal signal() {
        return source;
    }

    /** Gives the signal; further calls do nothing. */
    public void abort() {
        source.abort();
    }

    private static final class Source implements AbortSignal {
        private final Map<Object, Runnable> callbacks = new LinkedHashMap<>();
        private volatile boolean aborted;

        @Override
        public boolean aborted() {
            return aborted;
        }

        @Override
        public Subscription onAbort(Runnable callback) {
            var key = new Object();
            if (add(key, callback)) {
                return () -> remove(key);
            }
            callback.run();
            return () -> {};
        }

        private synchronized boolean add(Object key, Runnable callback) {
            if (!aborted) {
                callbacks.put(key, callback);
            }
            return !aborted;
        }

        private synchronized void remove(Object key) {
            callbacks.remove(key);
        }

        private void abort() {
            takeAll().forEach(Runnable::run);
        }

        private synchronized List<Runnable> takeAll() {
            aborted = true;
            var waiting = List.copyOf(callbacks.values());
            callbacks.clear();
            return waiting;
        }
    }
}
