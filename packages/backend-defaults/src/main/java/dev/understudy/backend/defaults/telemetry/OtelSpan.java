// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.TracingService;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/** A span of OpenTelemetry's. */
record OtelSpan(Span span) implements TracingService.Span {
    @Override
    public void setAttribute(String key, String value) {
        span.setAttribute(key, value);
    }

    @Override
    public void setAttribute(String key, boolean value) {
        span.setAttribute(key, value);
    }

    @Override
    public void setAttribute(String key, long value) {
        span.setAttribute(key, value);
    }

    @Override
    public void setAttribute(String key, double value) {
        span.setAttribute(key, value);
    }

    @Override
    public void setAttribute(String key, List<String> value) {
        span.setAttribute(AttributeKey.stringArrayKey(key), value);
    }

    @Override
    public void setStatus(TracingService.Status status, String message) {
        var code = switch (status) {
            case UNSET -> StatusCode.UNSET;
            case OK -> StatusCode.OK;
            case ERROR -> StatusCode.ERROR;
        };
        span.setStatus(code, message);
    }
}
