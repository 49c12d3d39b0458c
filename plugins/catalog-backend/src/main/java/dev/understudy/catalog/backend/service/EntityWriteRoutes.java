// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.common.CatalogPermissions;
import java.util.Optional;

/** The endpoints that remove and refresh entities. */
final class EntityWriteRoutes {
    private final EntitiesCatalog catalog;
    private final RefreshService refresh;
    private final CatalogAuthorizer authorizer;
    private final AuthService auth;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    EntityWriteRoutes(EntitiesCatalog catalog, CatalogRouterOptions options, CatalogAudit audit) {
        this.catalog = catalog;
        this.refresh = options.refresh();
        this.authorizer = options.authorizer();
        this.auth = options.auth();
        this.httpAuth = options.httpAuth();
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        router.post(
                        "/refresh",
                        Operations.REFRESH_ENTITY.handledBy(
                                audit.recording(EntityWriteRoutes::refreshing, (request, _) -> refresh(request))))
                .delete(
                        "/entities/by-uid/:uid",
                        Operations.PLAIN.handledBy(
                                audit.recording(EntityWriteRoutes::removal, (request, _) -> remove(request))));
    }

    private static AuditEvent refreshing(ValidRequest request) {
        return AuditEvent.changingEntity().with("queryType", "refresh").with("entityRef", entityRef(request));
    }

    private HttpResponse refresh(ValidRequest request) {
        var entityRef = entityRef(request);
        authorizer.require(credentials(request), CatalogPermissions.ENTITY_REFRESH, entityRef);
        refresh.refresh(entityRef);
        return HttpResponse.status(200);
    }

    private static String entityRef(ValidRequest request) {
        return request.body().get("entityRef").stringValue();
    }

    /** Those of the token in the body, if there is one. */
    private BackstageCredentials credentials(ValidRequest request) {
        return Optional.of(request.body().path("authorizationToken").asString(""))
                .filter(token -> !token.isEmpty())
                .map(auth::authenticate)
                .orElseGet(() -> httpAuth.credentials(request.http()));
    }

    private static AuditEvent removal(ValidRequest request) {
        return AuditEvent.changingEntity().with("actionType", "delete").with("uid", request.path("uid"));
    }

    private HttpResponse remove(ValidRequest request) {
        catalog.removeEntityByUid(request.path("uid"), httpAuth.credentials(request.http()));
        return HttpResponse.status(204);
    }
}
