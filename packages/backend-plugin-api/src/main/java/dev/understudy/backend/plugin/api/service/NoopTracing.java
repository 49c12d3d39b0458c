// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs functions without spans. */
enum NoopTracing implements TracingService, TracingService.Span, TracingContext {
    INSTANCE;

    @Override
    public <T, E extends Exception> T startActiveSpan(String name, SpanOptions options, SpanFunction<T, E> function)
            throws E {
        return function.apply(this);
    }

    @Override
    public TracingService forScope(String name) {
        return this;
    }

    @Override
    public TracingContext activeContext() {
        return this;
    }

    @Override
    public <T, E extends Exception> T withContext(TracingContext context, ContextFunction<T, E> function) throws E {
        return function.get();
    }

    @Override
    public TracingContext extractContext(TracingContext context, Map<String, List<String>> carrier) {
        return this;
    }

    @Override
    public Optional<Map<String, String>> baggage(TracingContext context) {
        return Optional.empty();
    }

    @Override
    public void setAttribute(String key, String value) {}

    @Override
    public void setAttribute(String key, boolean value) {}

    @Override
    public void setAttribute(String key, long value) {}

    @Override
    public void setAttribute(String key, double value) {}

    @Override
    public void setAttribute(String key, List<String> value) {}

    @Override
    public void setStatus(Status status, String message) {}
}
