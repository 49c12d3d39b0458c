// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** The endpoints that read locations. */
final class LocationRoutes {
    private final LocationQueries locations;
    private final CatalogAuthorizer authorizer;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    LocationRoutes(CatalogRouterOptions options, CatalogAudit audit) {
        this.locations = options.registeredLocations();
        this.authorizer = options.authorizer();
        this.httpAuth = options.httpAuth();
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        router.get(
                        "/locations",
                        Operations.PLAIN.handledBy(
                                audit.recording(AuditEvent.fetchingLocations("all"), (request, _) -> list(request))))
                .post(
                        "/locations/by-query",
                        Operations.QUERY_LOCATIONS.handledBy(audit.recording(
                                AuditEvent.fetchingLocations("by-query"), (request, _) -> query(request))))
                .get(
                        "/locations/:id",
                        Operations.PLAIN.handledBy(audit.recording(
                                request -> AuditEvent.fetchingLocations("by-id").with("id", request.path("id")),
                                (request, meta) -> answer(byId(request), meta))))
                .get(
                        "/locations/by-entity/:kind/:namespace/:name",
                        Operations.PLAIN.handledBy(audit.recording(
                                LocationRoutes::fetchingByEntity, (request, meta) -> answer(byEntity(request), meta))));
    }

    private static AuditEvent fetchingByEntity(ValidRequest request) {
        return AuditEvent.fetchingLocations("by-entity")
                .with(
                        "locationRef",
                        request.path("kind") + ":" + request.path("namespace") + "/" + request.path("name"));
    }

    private static HttpResponse answer(RegisteredLocation location, Map<String, Object> meta) {
        meta.put("output", location.toJson());
        return HttpResponse.json(location.toJson());
    }

    private boolean mayRead(ValidRequest request) {
        return authorizer.isAllowed(httpAuth.credentials(request.http()), CatalogPermissions.LOCATION_READ);
    }

    private HttpResponse list(ValidRequest request) {
        var json = Json.mapper().createArrayNode();
        if (mayRead(request)) {
            locations.list().forEach(location -> json.addObject().set("data", location.toJson()));
        }
        return HttpResponse.json(json);
    }

    private HttpResponse query(ValidRequest request) {
        var wanted = LocationRequest.read(request.body());
        var page = mayRead(request)
                ? locations.query(wanted.query(), wanted.afterId(), wanted.limit() + 1)
                : LocationQueries.Page.EMPTY;
        var hasNext = page.items().size() > wanted.limit();
        var items = hasNext ? page.items().subList(0, (int) wanted.limit()) : page.items();
        var json = Json.mapper().createObjectNode();
        var array = json.putArray("items");
        items.forEach(location -> addTo(array, location));
        json.put("totalItems", page.totalItems());
        var pageInfo = json.putObject("pageInfo");
        if (hasNext) {
            pageInfo.put("nextCursor", wanted.cursorAfter(items.getLast().id()));
        }
        return HttpResponse.json(json);
    }

    /** Here, target stands before type. */
    private static void addTo(ArrayNode array, RegisteredLocation location) {
        array.addObject()
                .put("id", location.id())
                .put("target", location.target())
                .put("type", location.type())
                .put("entityRef", location.entityRef());
    }

    private RegisteredLocation byId(ValidRequest request) {
        var id = request.path("id");
        if (!mayRead(request)) {
            throw new NotFoundException("Found no location with ID " + id);
        }
        return locations.get(id);
    }

    private RegisteredLocation byEntity(ValidRequest request) {
        if (!mayRead(request)) {
            throw new NotFoundException("");
        }
        return locations.byEntity(EntityRoutes.entityRef(request));
    }
}
