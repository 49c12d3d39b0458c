// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import tools.jackson.databind.node.ArrayNode;

/** The endpoints that read locations. */
final class LocationRoutes {
    private final LocationQueries locations;
    private final CatalogAuthorizer authorizer;
    private final HttpAuthService httpAuth;

    LocationRoutes(LocationQueries locations, CatalogAuthorizer authorizer, HttpAuthService httpAuth) {
        this.locations = locations;
        this.authorizer = authorizer;
        this.httpAuth = httpAuth;
    }

    void addTo(HttpRouter router) {
        router.get("/locations", Operations.PLAIN.handledBy(this::list))
                .post("/locations/by-query", Operations.QUERY_LOCATIONS.handledBy(this::query))
                .get("/locations/:id", Operations.PLAIN.handledBy(this::byId))
                .get("/locations/by-entity/:kind/:namespace/:name", Operations.PLAIN.handledBy(this::byEntity));
    }

    private boolean mayRead(ValidRequest request) {
        return authorizer.isAllowed(httpAuth.credentials(request.http()), CatalogPermission.LOCATION_READ);
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

    private HttpResponse byId(ValidRequest request) {
        var id = request.path("id");
        if (!mayRead(request)) {
            throw new NotFoundException("Found no location with ID " + id);
        }
        return HttpResponse.json(locations.get(id).toJson());
    }

    private HttpResponse byEntity(ValidRequest request) {
        if (!mayRead(request)) {
            throw new NotFoundException("");
        }
        return HttpResponse.json(
                locations.byEntity(EntityRoutes.entityRef(request)).toJson());
    }
}
