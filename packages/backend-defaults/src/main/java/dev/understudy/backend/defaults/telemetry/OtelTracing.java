// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.SpanOptions;
import dev.understudy.backend.plugin.api.service.TracingContext;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.errors.ErrorNames;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spans of an OpenTelemetry tracer.
 *
 * @param attributes all attributes of a span
 */
record OtelTracing(OpenTelemetry openTelemetry, Tracer tracer, Function<SpanOptions, Attributes> attributes)
        implements TracingService {

    @Override
    public <T, E extends Exception> T startActiveSpan(String name, SpanOptions options, SpanFunction<T, E> function)
            throws E {
        var span = tracer.spanBuilder(name)
                .setSpanKind(kind(options.kind()))
                .setAllAttributes(attributes.apply(options))
                .startSpan();
        try (var _ = span.makeCurrent()) {
            return function.apply(new OtelSpan(span));
        } catch (Throwable failure) { // whatever it is, the span must tell
            var message = failure.getMessage();
            span.recordException(failure);
            span.setAttribute("error.type", ErrorNames.nameOf(failure));
            span.setStatus(
                    StatusCode.ERROR, message == null || message.isEmpty() ? ErrorNames.describe(failure) : message);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static SpanKind kind(SpanOptions.Kind kind) {
        return switch (kind) {
            case INTERNAL -> SpanKind.INTERNAL;
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case PRODUCER -> SpanKind.PRODUCER;
            case CONSUMER -> SpanKind.CONSUMER;
        };
    }

    @Override
    public TracingService forScope(String name) {
        return new OtelTracing(
                openTelemetry, openTelemetry.getTracer(name), options -> OtelAttributes.of(options.attributes()));
    }

    @Override
    public TracingContext activeContext() {
        return new OtelContext(Context.current());
    }

    @Override
    public <T, E extends Exception> T withContext(TracingContext context, ContextFunction<T, E> function) throws E {
        try (var _ = otel(context).makeCurrent()) {
            return function.get();
        }
    }

    @Override
    public TracingContext extractContext(TracingContext context, Map<String, List<String>> carrier) {
        return new OtelContext(openTelemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(otel(context), carrier, Headers.INSTANCE));
    }

    @Override
    public Optional<Map<String, String>> baggage(TracingContext context) {
        var baggage = Baggage.fromContextOrNull(otel(context));
        if (baggage == null) {
            return Optional.empty();
        }
        var entries = new LinkedHashMap<String, String>();
        baggage.forEach((key, entry) -> entries.put(key, entry.getValue()));
        return Optional.of(entries);
    }

    private static Context otel(TracingContext context) {
        return context instanceof OtelContext(var own) ? own : Context.root();
    }

    private record OtelContext(Context context) implements TracingContext {}

    private enum Headers implements TextMapGetter<Map<String, List<String>>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, List<String>> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, List<String>> carrier, String key) {
            var values = carrier == null ? null : carrier.get(key);
            return values == null || values.isEmpty() ? null : values.getFirst();
        }
    }
}
