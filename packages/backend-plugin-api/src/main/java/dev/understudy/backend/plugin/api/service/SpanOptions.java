// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.Optional;

/**
 * What there is to say about a span when it begins. Backstage counterpart: {@code TracingServiceSpanOptions}.
 *
 * @param credentials whose work this is; goes before {@code request}
 * @param request whose sender's work this is
 */
public record SpanOptions(
        TelemetryAttributes attributes,
        Kind kind,
        Optional<BackstageCredentials> credentials,
        Optional<HttpRequest> request) {
    private static final SpanOptions NONE =
            new SpanOptions(TelemetryAttributes.none(), Kind.INTERNAL, Optional.empty(), Optional.empty());

    /** Which side of a conversation the work is on. */
    public enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    public static SpanOptions none() {
        return NONE;
    }

    public SpanOptions withAttributes(TelemetryAttributes attributes) {
        return new SpanOptions(attributes, kind, credentials, request);
    }

    public SpanOptions withKind(Kind kind) {
        return new SpanOptions(attributes, kind, credentials, request);
    }

    public SpanOptions withCredentials(BackstageCredentials credentials) {
        return new SpanOptions(attributes, kind, Optional.of(credentials), request);
    }

    public SpanOptions withRequest(HttpRequest request) {
        return new SpanOptions(attributes, kind, credentials, Optional.of(request));
    }
}
