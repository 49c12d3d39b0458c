// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints for single entities, by uid and by name. */
final class EntityRoutes {
    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    EntityRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        router.get(
                        "/entities/by-uid/:uid",
                        Operations.PLAIN.handledBy(audit.recording(
                                request -> AuditEvent.fetchingEntities("by-uid").with("uid", request.path("uid")),
                                this::byUid)))
                .get(
                        "/entities/by-name/:kind/:namespace/:name",
                        Operations.PLAIN.handledBy(audit.recording(
                                request ->
                                        AuditEvent.fetchingEntities("by-name").with("entityRef", ref(request)),
                                (request, _) -> byName(request))));
    }

    private HttpResponse byUid(ValidRequest request, Map<String, Object> meta) {
        var uid = request.path("uid");
        var one = new Pagination(OptionalLong.of(1), 0);
        var found = catalog.entities(
                new EntitiesRequest(httpAuth.credentials(request.http()), EntityFilter.withUid(uid), List.of(), one));
        var entity = found.entities().stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No entity with uid " + uid));
        meta.put("entities", List.of(ref(entity)));
        return HttpResponse.rawJson(entity);
    }

    private static String ref(byte[] entity) {
        return new Entity((ObjectNode) Json.mapper().readTree(entity)).ref().stringify();
    }

    static String ref(ValidRequest request) {
        return entityRef(request).stringify();
    }

    private HttpResponse byName(ValidRequest request) {
        var ref = entityRef(request);
        var found = catalog.entitiesBatch(new EntitiesBatchRequest(
                httpAuth.credentials(request.http()), List.of(ref.stringify()), EntityFilter.everything()));
        return found.getFirst()
                .map(HttpResponse::rawJson)
                .orElseThrow(() -> new NotFoundException("No entity named '" + ref.name() + "' found, with kind '"
                        + ref.kind() + "' in namespace '" + ref.namespace() + "'"));
    }

    static EntityRef entityRef(ValidRequest request) {
        return new EntityRef(request.path("kind"), request.path("namespace"), request.path("name"));
    }
}
