// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.SpanOptions;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.TracingService.ContextFunction;
import dev.understudy.backend.plugin.api.service.TracingService.Span;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells what processing spends its time on. Thread-safe. */
public final class ProcessingSpans {
    private static final String SCOPE = "backstage-plugin-catalog-backend";
    private static final String STAGE = "backstage.catalog.processor.stage";
    private static final String NAME = "backstage.catalog.processor.name";

    private final TracingService tracing;
    private final Map<Class<?>, Set<String>> stepsByProcessor = new ConcurrentHashMap<>();

    private ProcessingSpans(TracingService tracing) {
        this.tracing = tracing;
    }

    public static ProcessingSpans of(TracingService tracing) {
        return new ProcessingSpans(tracing.forScope(SCOPE));
    }

    /** Spans that nobody sees. */
    public static ProcessingSpans none() {
        return new ProcessingSpans(TracingService.noop());
    }

    /** Taking items out of a queue. */
    public <T> List<T> loop(ContextFunction<List<T>, RuntimeException> work) {
        return tracing.<List<T>, RuntimeException>startActiveSpan("TaskPipelineLoop", SpanOptions.none(), span -> {
            var items = work.get();
            span.setAttribute("itemCount", items.size());
            return items;
        });
    }

    /** All that is done to an entity. */
    <T, E extends Exception> T run(Entity entity, ContextFunction<T, E> work) throws E {
        return tracing.<T, E>startActiveSpan("ProcessingRun", SpanOptions.none(), span -> {
            describe(span, entity);
            return work.get();
        });
    }

    /** What all processors do to an entity in one stage. */
    <T, E extends Exception> T stage(String stage, Entity entity, ContextFunction<T, E> work) throws E {
        return tracing.<T, E>startActiveSpan("ProcessingStage", SpanOptions.none(), span -> {
            describe(span, entity);
            span.setAttribute(STAGE, stage);
            return work.get();
        });
    }

    /** What one processor does in a stage; no span for one that has nothing to do there. */
    <T, E extends Exception> T step(
            String method, CatalogProcessor processor, Entity entity, ContextFunction<T, E> work) throws E {
        if (!steps(processor).contains(method)) {
            return work.get();
        }
        return tracing.<T, E>startActiveSpan("ProcessingStep", SpanOptions.none(), span -> {
            describe(span, entity);
            span.setAttribute(STAGE, method);
            span.setAttribute(NAME, processor.name());
            return work.get();
        });
    }

    private Set<String> steps(CatalogProcessor processor) {
        return stepsByProcessor.computeIfAbsent(
                processor.getClass(),
                type -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass() != CatalogProcessor.class)
                        .map(method -> method.getName())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static void describe(Span span, Entity entity) {
        set(span, "backstage.entity.apiVersion", entity.json().path("apiVersion"));
        set(span, "backstage.entity.kind", entity.json().path("kind"));
        var metadata = entity.json().path("metadata");
        set(span, "backstage.entity.metadata.namespace", metadata.path("namespace"));
        set(span, "backstage.entity.metadata.name", metadata.path("name"));
    }

    private static void set(Span span, String key, JsonNode value) {
        if (value.isString()) {
            span.setAttribute(key, value.stringValue());
        }
    }
}
