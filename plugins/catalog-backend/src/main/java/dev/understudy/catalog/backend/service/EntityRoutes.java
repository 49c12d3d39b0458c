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
import dev.understudy.catalog.backend.schema.SchemaException;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The endpoints for single entities. */
final class EntityRoutes {
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final String MALFORMED_BODY =
            "Malformed request body (did you remember to specify an application/json content type?), ";

    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;

    EntityRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
    }

    void addTo(HttpRouter router) {
        router.get("/entities/by-uid/:uid", Operations.PLAIN.handledBy(this::byUid))
                .delete("/entities/by-uid/:uid", Operations.PLAIN.handledBy(this::delete))
                .get("/entities/by-name/:kind/:namespace/:name", Operations.PLAIN.handledBy(this::byName))
                .get("/entities/by-name/:kind/:namespace/:name/ancestry", Operations.PLAIN.handledBy(this::ancestry))
                .post("/entities/by-refs", Operations.GET_ENTITIES_BY_REFS.handledBy(this::byRefs));
    }

    private HttpResponse byUid(ValidRequest request) {
        var uid = request.path("uid");
        var one = new Pagination(OptionalLong.of(1), 0);
        var found = catalog.entities(
                new EntitiesRequest(httpAuth.credentials(request.http()), EntityFilter.withUid(uid), List.of(), one));
        return found.entities().stream()
                .findFirst()
                .map(HttpResponse::jsonBytes)
                .orElseThrow(() -> new NotFoundException("No entity with uid " + uid));
    }

    private HttpResponse delete(ValidRequest request) {
        catalog.removeEntityByUid(request.path("uid"), httpAuth.credentials(request.http()));
        return HttpResponse.status(204);
    }

    private HttpResponse byName(ValidRequest request) {
        var ref = entityRef(request);
        var found = catalog.entitiesBatch(new EntitiesBatchRequest(
                httpAuth.credentials(request.http()), List.of(ref.stringify()), EntityFilter.everything()));
        return found.getFirst()
                .map(HttpResponse::jsonBytes)
                .orElseThrow(() -> new NotFoundException("No entity named '" + ref.name() + "' found, with kind '"
                        + ref.kind() + "' in namespace '" + ref.namespace() + "'"));
    }

    static EntityRef entityRef(ValidRequest request) {
        return new EntityRef(request.path("kind"), request.path("namespace"), request.path("name"));
    }

    private HttpResponse ancestry(ValidRequest request) {
        var ancestry = catalog.entityAncestry(entityRef(request).stringify(), httpAuth.credentials(request.http()));
        var items = ancestry.items().stream().map(EntityRoutes::ancestryItem).toList();
        return HttpResponse.jsonBytes(new JsonOutput(items)
                .text("{\"rootEntityRef\":")
                .string(ancestry.rootEntityRef())
                .text(",\"items\":")
                .array(items)
                .text("}")
                .bytes());
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

    private HttpResponse byRefs(ValidRequest request) {
        var body = request.body();
        if (!body.has("entityRefs")) {
            throw new InputException(MALFORMED_BODY + "Validation error: Required at \"entityRefs\"");
        }
        var posted = postedFilter(body);
        var filter = EntityFilter.and(RequestFilters.ofParameters(request), posted);
        var fields = RequestFilters.fieldsOfBody(request);
        var found = catalog.entitiesBatch(new EntitiesBatchRequest(
                httpAuth.credentials(request.http()), RequestFilters.texts(body.get("entityRefs")), filter));
        var items = found.stream()
                .map(entity -> entity.map(text ->
                                fields.map(wanted -> wanted.select(text)).orElse(text))
                        .orElse(NULL))
                .toList();
        return HttpResponse.jsonBytes(
                new JsonOutput(items).text("{\"items\":").array(items).text("}").bytes());
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
