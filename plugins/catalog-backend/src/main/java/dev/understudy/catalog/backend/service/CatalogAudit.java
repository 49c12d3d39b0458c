// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEvent;
import dev.understudy.catalog.backend.openapi.Operation;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Records who asks the endpoints for what, and whether they got it. */
final class CatalogAudit {
    private final AuditorService auditor;

    CatalogAudit(AuditorService auditor) {
        this.auditor = auditor;
    }

    /** What an endpoint does. */
    @FunctionalInterface
    interface Handler {
        /**
         * @param meta takes what else to record once it went well
         */
        HttpResponse handle(ValidRequest request, Map<String, Object> meta) throws Exception;
    }

    Operation.Handler recording(AuditEvent event, Handler handler) {
        return recording(_ -> event, handler);
    }

    /**
     * @param event what to record of a request before it is dealt with; a request for which it throws is not recorded
     */
    Operation.Handler recording(Function<ValidRequest, AuditEvent> event, Handler handler) {
        return request -> handle(request, event.apply(request), handler);
    }

    private HttpResponse handle(ValidRequest request, AuditEvent event, Handler handler) throws Exception {
        var recorded = auditor.createEvent(event.options().withRequest(request.http()));
        try {
            var meta = new LinkedHashMap<String, Object>();
            var response = handler.handle(request, meta);
            if (response.body() instanceof HttpBody.Streaming(var writer)
                    && !request.http().method().equals("HEAD")) {
                return response.withBody(new HttpBody.Streaming(out -> stream(writer, out, recorded, meta)));
            }
            recorded.success(meta);
            return response;
        } catch (Exception failure) {
            recorded.fail(failure, Map.of());
            throw failure;
        }
    }

    private static void stream(
            HttpBody.Writer writer, OutputStream out, AuditorEvent recorded, Map<String, Object> meta)
            throws IOException {
        try {
            writer.writeTo(out);
        } catch (IOException | RuntimeException failure) {
            recorded.fail(failure, Map.of());
            throw failure;
        }
        recorded.success(meta);
    }
}
