// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a plugin spends its time on, as spans. Costs next to nothing while nobody collects them. Thread-safe.
 *
 * <p>The active span belongs to the thread: work handed to another thread starts a trace of its own, unless it runs
 * {@link #withContext}.
 *
 * <p>Backstage counterpart: {@code TracingService}.
 */
public interface TracingService {
    /**
     * Runs a function in a new active span, which ends with it. A failure is recorded and thrown on.
     *
     * @throws E what the function throws
     */
    <T, E extends Exception> T startActiveSpan(String name, SpanOptions options, SpanFunction<T, E> function) throws E;

    /** As {@link #startActiveSpan}, for work without a result. */
    default <E extends Exception> void runInActiveSpan(String name, SpanOptions options, SpanAction<E> action)
            throws E {
        this.<Boolean, E>startActiveSpan(name, options, span -> {
            action.run(span);
            return true;
        });
    }

    /**
     * Spans under another instrumentation scope, without the attributes of the plugin. Backstage counterpart: a tracer of
     * the OpenTelemetry API's own, as some plugins use.
     */
    TracingService forScope(String name);

    /** The context that new spans become part of. Backstage counterpart: {@code context.active}. */
    TracingContext activeContext();

    /**
     * Runs a function in a context. Backstage counterpart: {@code context.with}.
     *
     * @throws E what the function throws
     */
    <T, E extends Exception> T withContext(TracingContext context, ContextFunction<T, E> function) throws E;

    /**
     * The context with the caller's span and baggage out of headers added. Backstage counterpart:
     * {@code propagation.extract}.
     *
     * @param carrier headers by lower-case name
     */
    TracingContext extractContext(TracingContext context, Map<String, List<String>> carrier);

    /**
     * What travels with the trace, by key; empty when there is nothing. Backstage counterpart:
     * {@code propagation.getBaggage}.
     */
    Optional<Map<String, String>> baggage(TracingContext context);

    /** Work in a span. */
    @FunctionalInterface
    interface SpanFunction<T, E extends Exception> {
        T apply(Span span) throws E;
    }

    /** Work in a span, without a result. */
    @FunctionalInterface
    interface SpanAction<E extends Exception> {
        void run(Span span) throws E;
    }

    /** Work in a context. */
    @FunctionalInterface
    interface ContextFunction<T, E extends Exception> {
        T get() throws E;
    }

    /** How work went. */
    enum Status {
        UNSET,
        OK,
        ERROR
    }

    /** A span while it is active. Backstage counterpart: {@code TracingServiceSpan}. */
    interface Span {
        void setAttribute(String key, String value);

        void setAttribute(String key, boolean value);

        void setAttribute(String key, long value);

        void setAttribute(String key, double value);

        void setAttribute(String key, List<String> value);

        /**
         * Says how the work went.
         *
         * @param message the reason for an error; may be empty
         */
        void setStatus(Status status, String message);
    }

    /** Runs functions without spans, such as for tests. */
    static TracingService noop() {
        return NoopTracing.INSTANCE;
    }
}
