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
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.backend.query.PredicateReader;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import dev.understudy.types.schema.SchemaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints for single entities. */
final class EntityRoutes {
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final String MALFORMED_BODY =
            "Malformed request body (did you remember to specify an application/json content type?), ";

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
                                (request, _) -> byName(request))))
                .get(
                        "/entities/by-name/:kind/:namespace/:name/ancestry",
                        Operations.PLAIN.handledBy(audit.recording(
                                request -> AuditEvent.of("entity-fetch")
                                        .with("actionType", "ancestry")
                                        .with("entityRef", ref(request)),
                                this::ancestry)))
                .post(
                        "/entities/by-refs",
                        Operations.GET_ENTITIES_BY_REFS.handledBy(
                                audit.recording(AuditEvent.fetchingEntities("by-refs"), this::byRefs)));
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

    private static String ref(ValidRequest request) {
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

    private HttpResponse ancestry(ValidRequest request, Map<String, Object> meta) {
        var ancestry = catalog.entityAncestry(ref(request), httpAuth.credentials(request.http()));
        meta.put("rootEntityRef", ancestry.rootEntityRef());
        meta.put("ancestry", ancestry.items().stream().map(EntityRoutes::link).toList());
        var items = ancestry.items().stream().map(EntityRoutes::ancestryItem).toList();
        return HttpResponse.jsonBytes(new JsonOutput(items)
                .text("{\"rootEntityRef\":")
                .string(ancestry.rootEntityRef())
                .text(",\"items\":")
                .array(items)
                .text("}")
                .bytes());
    }

    private static Map<String, Object> link(EntityAncestry.Item item) {
        var link = new LinkedHashMap<String, Object>();
        link.put("entityRef", item.entityRef());
        link.put("parentEntityRefs", item.parentEntityRefs());
        return link;
    }

    private static byte[] ancestryItem(EntityAncestry.Item item) {
        var parents = item.parentEntityRefs().stream()
                .map(ref -> new JsonOutput(List.of()).string(ref).bytes())
                .toList();
        return new JsonOutput(List.of(item.entity()))
                .text("{\"entity\":")
                .json(item.entity())
                .text(",\"parentEntityRefs\":")
                .array(parents)
                .text("}")
                .bytes();
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
