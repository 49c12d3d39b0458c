// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEvent;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.processing.CatalogProcessingOrchestrator;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.InputException;
import dev.understudy.errors.SerializedErrors;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.MissingNode;

/** The endpoint that checks an entity without adding it; what is wrong is a list, not the usual error. */
final class ValidationRoutes {
    private final CatalogProcessingOrchestrator orchestrator;
    private final CatalogAuthorizer authorizer;
    private final HttpAuthService httpAuth;
    private final AuditorService auditor;

    ValidationRoutes(CatalogRouterOptions options) {
        this.orchestrator = options.orchestrator();
        this.authorizer = options.authorizer();
        this.httpAuth = options.httpAuth();
        this.auditor = options.auditor();
    }

    void addTo(HttpRouter router) {
        router.post("/validate-entity", Operations.VALIDATE_ENTITY.handledBy(this::validate));
    }

    private HttpResponse validate(ValidRequest request) {
        var event =
                auditor.createEvent(AuditEvent.of("entity-validate").options().withRequest(request.http()));
        try {
            return validate(request, event);
        } catch (RuntimeException failure) {
            event.fail(failure, Map.of());
            throw failure;
        }
    }

    private HttpResponse validate(ValidRequest request, AuditorEvent event) {
        EntityToValidate given;
        try {
            given = EntityToValidate.read(request);
        } catch (BackendException unfit) {
            event.fail(unfit, Map.of());
            return refusal(List.of(unfit));
        }
        authorizer.require(httpAuth.credentials(request.http()), CatalogPermissions.ENTITY_VALIDATE);
        var errors =
                orchestrator.process(given.located(), MissingNode.getInstance()).errors();
        if (!errors.isEmpty()) {
            event.fail(new InputException("Could not validate entity"), Map.of());
            return refusal(errors);
        }
        event.success(Map.of());
        return HttpResponse.status(200);
    }

    private static HttpResponse refusal(List<? extends Throwable> errors) {
        var json = Json.mapper().createObjectNode();
        var array = json.putArray("errors");
        errors.forEach(error -> array.add(SerializedErrors.toJson(error, false)));
        return HttpResponse.json(json).withStatus(400);
    }
}
