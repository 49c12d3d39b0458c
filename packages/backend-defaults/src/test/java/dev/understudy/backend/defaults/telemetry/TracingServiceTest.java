// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestHttpAuth;
import dev.understudy.backend.plugin.api.service.SpanOptions;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.TracingService.Status;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TracingServiceTest {
    private static final SpanOptions PLAIN = SpanOptions.none();

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(ContextPropagators.create(TextMapPropagator.composite(
                    W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
            .build();

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void saysWhichPluginASpanIsOf() {
        tracing("{}", false).runInActiveSpan("work", PLAIN, span -> span.setAttribute("count", 3));
        assertThat(span().getInstrumentationScopeInfo().getName()).isEqualTo("backstage-plugin-todo");
        assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(TestTelemetry.text(span().getAttributes())).hasToString("{backstage.plugin.id=todo, count=3}");
    }

    @Test
    void namesTheTracerAsConfigured() {
        tracing("""
                {"backend": {"tracing": {"plugin": {"todo": {"tracer":
                {"name": "mine", "version": "1.2", "schemaUrl": "https://example.com/schema"}}}}}}""", false).runInActiveSpan("work", PLAIN, _ -> {});
        var scope = span().getInstrumentationScopeInfo();
        assertThat(scope.getName()).isEqualTo("mine");
        assertThat(scope.getVersion()).isEqualTo("1.2");
        assertThat(scope.getSchemaUrl()).isEqualTo("https://example.com/schema");
    }

    @Test
    void recordsAFailureAndThrowsItOn() {
        var failure = new NotFoundException("No todo 3");
        assertThatThrownBy(() -> tracing("{}", false).runInActiveSpan("work", PLAIN, _ -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span().getStatus().getDescription()).isEqualTo("No todo 3");
        assertThat(TestTelemetry.text(span().getAttributes()))
                .hasToString("{backstage.plugin.id=todo, error.type=NotFoundError}");
        assertThat(span().getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("exception");
            assertThat(TestTelemetry.text(event.getAttributes())).contains("exception.message=No todo 3");
        });
    }

    @Test
    void describesAFailureWithoutAMessage() {
        assertThatThrownBy(() -> tracing("{}", false).runInActiveSpan("work", PLAIN, _ -> {
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class);
        assertThat(span().getStatus().getDescription()).isEqualTo("Error: IOException");
        assertThat(TestTelemetry.text(span().getAttributes()))
                .hasToString("{backstage.plugin.id=todo, error.type=Error}");
    }

    @Test
    void takesTheStatusThatTheWorkSets() {
        tracing("{}", false).runInActiveSpan("work", PLAIN, span -> span.setStatus(Status.OK, ""));
        tracing("{}", false).runInActiveSpan("work", PLAIN, span -> span.setStatus(Status.ERROR, "half done"));
        assertThat(exporter.getFinishedSpanItems())
                .extracting(span -> span.getStatus().getStatusCode() + " "
                        + span.getStatus().getDescription())
                .containsExactly("OK ", "ERROR half done");
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryKind(SpanOptions.Kind kind) {
        tracing("{}", false).runInActiveSpan("work", PLAIN.withKind(kind), _ -> {});
        assertThat(span().getKind()).hasToString(kind.name());
    }

    @Test
    void saysWhatKindOfPrincipalASpanWorksFor() {
        var tracing = tracing("{}", false);
        tracing.runInActiveSpan("work", PLAIN.withCredentials(TestCredentials.USER), _ -> {});
        tracing.runInActiveSpan("work", PLAIN.withCredentials(TestCredentials.SERVICE), _ -> {});
        tracing.runInActiveSpan("work", PLAIN.withCredentials(TestCredentials.NONE), _ -> {});
        tracing.runInActiveSpan("work", PLAIN.withRequest(MockRequest.get("/")), _ -> {});
        assertThat(exporter.getFinishedSpanItems())
                .extracting(span -> TestTelemetry.text(span.getAttributes()))
                .containsExactly(
                        "{backstage.plugin.id=todo, backstage.principal.type=user}",
                        "{backstage.plugin.id=todo, backstage.principal.type=service}",
                        "{backstage.plugin.id=todo, backstage.principal.type=none}",
                        "{backstage.plugin.id=todo, backstage.principal.type=service}");
    }

    @Test
    void namesUsersAndServicesWhenToldTo() {
        var tracing = tracing("{}", true);
        tracing.runInActiveSpan("work", PLAIN.withCredentials(TestCredentials.USER), _ -> {});
        tracing.runInActiveSpan(
                "work", PLAIN.withCredentials(TestCredentials.SERVICE).withRequest(MockRequest.get("/")), _ -> {});
        assertThat(exporter.getFinishedSpanItems())
                .extracting(span -> TestTelemetry.text(span.getAttributes()))
                .containsExactly(
                        "{backstage.plugin.id=todo, backstage.principal.type=user, enduser.id=user:default/jane}",
                        "{backstage.plugin.id=todo, backstage.principal.type=service, enduser.id=plugin:test}");
    }

    @Test
    void takesAllTypesOfAttributes() {
        var attributes = TelemetryAttributes.of("text", "a")
                .with("flag", true)
                .with("whole", 2)
                .with("part", 0.5)
                .with("texts", List.of("x", "y"));
        tracing("{}", false).forScope("other").runInActiveSpan("work", PLAIN.withAttributes(attributes), _ -> {});
        assertThat(span().getInstrumentationScopeInfo().getName()).isEqualTo("other");
        assertThat(TestTelemetry.text(span().getAttributes()))
                .hasToString("{flag=true, part=0.5, text=a, texts=[x, y], whole=2}");
    }

    @Test
    void continuesTheTraceOfACaller() {
        var tracing = tracing("{}", false);
        var context = tracing.extractContext(
                tracing.activeContext(),
                Map.of(
                        "traceparent",
                        List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                        "baggage",
                        List.of("team=blue")));
        var baggage = tracing.withContext(context, () -> {
            tracing.runInActiveSpan("work", PLAIN, _ -> {});
            return tracing.baggage(tracing.activeContext());
        });
        assertThat(span().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span().getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(baggage).contains(Map.of("team", "blue"));
        assertThat(tracing.baggage(tracing.activeContext())).isEmpty();
    }

    @Test
    void putsSpansWithinSpans() {
        var tracing = tracing("{}", false);
        tracing.runInActiveSpan("outer", PLAIN, _ -> tracing.runInActiveSpan("inner", PLAIN, _ -> {}));
        var spans = exporter.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getName).containsExactly("inner", "outer");
        assertThat(spans.getFirst().getParentSpanId()).isEqualTo(spans.getLast().getSpanId());
    }

    @Test
    void runsWorkWithoutSpansWhenNothingIsConfigured() {
        var tracing = TracingService.noop();
        String result = tracing.startActiveSpan("work", PLAIN, span -> {
            span.setAttribute("count", 3);
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(tracing.baggage(tracing.extractContext(tracing.activeContext(), Map.of())))
                .isEmpty();
    }

    private SpanData span() {
        return exporter.getFinishedSpanItems().getLast();
    }

    private TracingService tracing(String config, boolean captureEndUser) {
        var scope = InstrumentationScope.fromConfig(
                ConfigReader.fromData(Json.mapper().readTree(config)), "backend.tracing.plugin.todo.tracer", "todo");
        var plugin = new PluginSpans("todo", captureEndUser, new TestHttpAuth(TestCredentials.SERVICE));
        return RootTelemetry.of(sdk).tracing(scope, plugin);
    }
}
