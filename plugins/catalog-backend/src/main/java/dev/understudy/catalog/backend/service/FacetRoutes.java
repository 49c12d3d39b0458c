// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.List;

/** The endpoints that count the values of fields. */
final class FacetRoutes {
    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    FacetRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        var event = AuditEvent.of("entity-facets");
        router.get(
                        "/entity-facets",
                        Operations.GET_ENTITY_FACETS.handledBy(
                                audit.recording(event, (request, _) -> byParameters(request))))
                .post(
                        "/entity-facets",
                        Operations.QUERY_ENTITY_FACETS.handledBy(
                                audit.recording(event, (request, _) -> byBody(request))));
    }

    private HttpResponse byParameters(ValidRequest request) {
        var filter = RequestFilters.ofParameters(request);
        return answer(request, named(request.list("facet"), "Missing facet parameter"), filter);
    }

    private HttpResponse byBody(ValidRequest request) {
        var facets = named(RequestFilters.texts(request.body().get("facets")), "Missing or empty facets parameter");
        return answer(request, facets, RequestFilters.read(RequestFilters.predicateOfBody(request)));
    }

    private static List<String> named(List<String> facets, String messageWhenNone) {
        var named = facets.stream().filter(facet -> !facet.isEmpty()).toList();
        if (named.isEmpty()) {
            throw new InputException(messageWhenNone);
        }
        return named;
    }

    private HttpResponse answer(ValidRequest request, List<String> facets, EntityFilter filter) {
        var found = catalog.facets(new FacetsRequest(httpAuth.credentials(request.http()), facets, filter));
        var json = Json.mapper().createObjectNode();
        var byFacet = json.putObject("facets");
        found.forEach((facet, values) -> {
            var array = byFacet.putArray(facet);
            values.forEach(
                    value -> array.addObject().put("value", value.value()).put("count", value.count()));
        });
        return HttpResponse.json(json);
    }
}
