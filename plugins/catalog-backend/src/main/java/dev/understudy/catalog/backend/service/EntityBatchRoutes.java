// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.FilterPredicate;
import dev.understudy.catalog.backend.query.PredicateReader;
import dev.understudy.errors.InputException;
import dev.understudy.types.schema.SchemaException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The endpoint for entities that are asked for by their references. */
final class EntityBatchRoutes {
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final String MALFORMED_BODY =
            "Malformed request body (did you remember to specify an application/json content type?), ";

    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    EntityBatchRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
    }

    void addTo(HttpRouter router) {
        router.post(
                "/entities/by-refs",
                Operations.GET_ENTITIES_BY_REFS.handledBy(
                        audit.recording(AuditEvent.fetchingEntities("by-refs"), this::byRefs)));
    }

    private HttpResponse byRefs(ValidRequest request, Map<String, Object> meta) {
        var body = request.body();
        if (!body.has("entityRefs")) {
            throw new InputException(MALFORMED_BODY + "Validation error: Required at \"entityRefs\"");
        }
        var posted = postedFilter(body);
        var filter = EntityFilter.and(RequestFilters.ofParameters(request), posted);
        var fields = RequestFilters.fieldsOfBody(request);
        var found = catalog.entitiesBatch(new EntitiesBatchRequest(
                httpAuth.credentials(request.http()), RequestFilters.texts(body.get("entityRefs")), filter));
        body.forEachEntry((name, value) -> meta.put(name.equals("query") ? "filter" : name, value));
        var items = found.stream()
                .map(entity -> entity.map(text ->
                                fields.map(wanted -> wanted.select(text)).orElse(text))
                        .orElse(NULL))
                .toList();
        return RequestFilters.answer(
                new JsonOutput(items).text("{\"items\":").array(items).text("}"), fields);
    }

    /** Unlike elsewhere, the path of what is wrong starts at the body. */
    private static EntityFilter postedFilter(JsonNode body) {
        if (!body.has("query")) {
            return EntityFilter.everything();
        }
        try {
            FilterPredicate.requireShallow(body.get("query"));
            return PredicateReader.read(FilterPredicate.bodySchema().parse(body).get("query"));
        } catch (SchemaException unfit) {
            throw new InputException(MALFORMED_BODY + unfit.summary());
        }
    }
}
