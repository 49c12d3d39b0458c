// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.types.Json;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Asks a catalog over HTTP. Immutable, thread-safe. Backstage counterpart of the same name. */
public final class CatalogClient implements CatalogApi {
    private static final int LOCATIONS_PER_PAGE = 500;

    private final CatalogHttp http;

    private CatalogClient(CatalogHttp http) {
        this.http = http;
    }

    /**
     * A client without a token, over connections that serve the whole process.
     *
     * @param discovery knows the base URL of a plugin; {@code DiscoveryService::baseUrl} in a backend
     */
    public static CatalogClient create(Function<String, String> discovery) {
        return new CatalogClient(new CatalogHttp(discovery, CatalogHttp::shared, Optional::empty));
    }

    /** The same client over connections of its own, for whoever wants to close them. */
    public CatalogClient withHttpClient(Supplier<HttpClient> client) {
        return new CatalogClient(new CatalogHttp(http.discovery(), client, http.token()));
    }

    /** The same client with a token, which is asked for anew for every request. */
    public CatalogClient withToken(Supplier<String> token) {
        return new CatalogClient(new CatalogHttp(http.discovery(), http.client(), () -> Optional.of(token.get())));
    }

    @Override
    public List<Entity> entities(GetEntitiesRequest request) {
        return CatalogAnswers.list(http.get(EntityRequests.list(request)).required(), CatalogAnswers::entity);
    }

    @Override
    public List<Optional<Entity>> entitiesByRefs(GetEntitiesByRefsRequest request) {
        var found = new ArrayList<Optional<Entity>>();
        for (var refs : EntityRequests.chunks(request.entityRefs())) {
            found.addAll(chunk(refs, request));
        }
        return found;
    }

    private List<Optional<Entity>> chunk(List<String> refs, GetEntitiesByRefsRequest request) {
        var byPredicate = request.query().isPresent();
        var predicate = byPredicate ? FilterForms.predicate(request.query(), request.filter()) : request.query();
        var filters = byPredicate ? List.<String>of() : FilterForms.parameters(request.filter());
        var path = "/entities/by-refs" + new QueryString().addEach("filter", filters);
        var answer = http.post(path, EntityRequests.byRefs(refs, request.fields(), predicate));
        return CatalogAnswers.list(answer.required().path("items"), CatalogAnswers::optionalEntity);
    }

    @Override
    public QueryEntitiesResponse queryEntities(QueryEntitiesRequest request) {
        var answer = EntityRequests.needsBody(request)
                ? http.post("/entities/by-query", EntityRequests.body(request))
                : http.get(EntityRequests.page(request));
        return CatalogAnswers.entities(answer.required());
    }

    @Override
    public Stream<List<Entity>> streamEntities(StreamEntitiesRequest request) {
        return EntityStreams.of(this, request);
    }

    @Override
    public GetEntityAncestorsResponse entityAncestors(String entityRef) {
        var path = "/entities/by-name/" + path(EntityRef.parse(entityRef)) + "/ancestry";
        return CatalogAnswers.ancestors(http.get(path).required());
    }

    @Override
    public Optional<Entity> entityByRef(EntityRef entityRef) {
        return http.get("/entities/by-name/" + path(entityRef)).optional().map(CatalogAnswers::entity);
    }

    @Override
    public void removeEntityByUid(String uid) {
        http.delete("/entities/by-uid/" + QueryString.encode(uid)).requireSuccess();
    }

    @Override
    public void refreshEntity(String entityRef) {
        http.post("/refresh", Json.mapper().createObjectNode().put("entityRef", entityRef))
                .requireSuccess();
    }

    @Override
    public Map<String, List<EntityFacet>> entityFacets(GetEntityFacetsRequest request) {
        return CatalogAnswers.facets(facetsAnswer(request).required());
    }

    private CatalogHttp.Answer facetsAnswer(GetEntityFacetsRequest request) {
        if (request.query().isEmpty()) {
            return http.get("/entity-facets"
                    + new QueryString()
                            .addEach("facet", request.facets())
                            .addEach("filter", FilterForms.parameters(request.filter())));
        }
        var body = Json.mapper().createObjectNode();
        request.facets().forEach(body.putArray("facets")::add);
        FilterForms.predicate(request.query(), request.filter()).ifPresent(query -> body.set("query", query));
        return http.post("/entity-facets", body);
    }

    @Override
    public List<Location> locations() {
        return CatalogAnswers.list(
                http.get("/locations").required(), item -> CatalogAnswers.location(item.path("data")));
    }

    @Override
    public QueryLocationsResponse queryLocations(QueryLocationsRequest request) {
        var body = Json.mapper().createObjectNode();
        switch (request) {
            case QueryLocationsRequest.Continued(var cursor) -> body.put("cursor", cursor);
            case QueryLocationsRequest.Initial(var limit, var query) -> {
                limit.ifPresent(count -> body.put("limit", count));
                query.ifPresent(predicate -> body.set("query", predicate));
            }
        }
        return CatalogAnswers.locations(http.post("/locations/by-query", body).required());
    }

    @Override
    public Stream<List<Location>> streamLocations(QueryLocationsRequest.Initial request) {
        var limit = OptionalInt.of(request.limit().orElse(LOCATIONS_PER_PAGE));
        var initial = new QueryLocationsRequest.Initial(limit, request.query());
        return Pages.<Location>stream(cursor -> {
                    var page = queryLocations(cursor.<QueryLocationsRequest>map(QueryLocationsRequest::cursor)
                            .orElse(initial));
                    return new Pages.Page<>(page.items(), page.pageInfo().nextCursor());
                })
                .filter(page -> !page.isEmpty());
    }

    @Override
    public Optional<Location> locationById(String id) {
        return http.get("/locations/" + QueryString.encode(id)).optional().map(CatalogAnswers::location);
    }

    @Override
    public Optional<Location> locationByRef(String locationRef) {
        return locations().stream()
                .filter(location -> location.ref().equals(locationRef))
                .findFirst();
    }

    @Override
    public Optional<Location> locationByEntity(EntityRef entityRef) {
        return http.get("/locations/by-entity/" + path(entityRef)).optional().map(CatalogAnswers::location);
    }

    @Override
    public AddLocationResponse addLocation(AddLocationRequest request) {
        var query = new QueryString();
        if (request.isDryRun()) {
            query.add("dryRun", "true");
        }
        request.onConflict().ifPresent(choice -> query.add("onConflict", choice.text()));
        var answer = http.post("/locations" + query, spec(request.type(), request.target()));
        return CatalogAnswers.addedLocation(answer.required(201), request.target());
    }

    @Override
    public Location updateLocation(String id, String type, String target) {
        return CatalogAnswers.location(http.put("/locations/" + QueryString.encode(id), spec(type, target))
                .required(200));
    }

    @Override
    public void removeLocationById(String id) {
        http.delete("/locations/" + QueryString.encode(id)).requireSuccess();
    }

    @Override
    public ValidateEntityResponse validateEntity(Entity entity, String locationRef) {
        var body = Json.mapper().createObjectNode();
        body.set("entity", entity.json());
        var answer = http.post("/validate-entity", body.put("location", locationRef));
        if (answer.isOk()) {
            return new ValidateEntityResponse.Valid();
        }
        var errors = answer.required(400).path("errors");
        return new ValidateEntityResponse.Invalid(
                CatalogAnswers.list(errors, ValidateEntityResponse.SerializedError::of));
    }

    @Override
    public AnalyzeLocationResponse analyzeLocation(AnalyzeLocationRequest request) {
        var location = request.location();
        var body = Json.mapper().createObjectNode();
        body.set("location", spec(location.type(), location.target()));
        request.catalogFilename().ifPresent(name -> body.put("catalogFilename", name));
        return CatalogAnswers.analysis(http.post("/analyze-location", body).required(200));
    }

    private static ObjectNode spec(String type, String target) {
        return Json.mapper().createObjectNode().put("type", type).put("target", target);
    }

    private static String path(EntityRef ref) {
        return QueryString.encode(ref.kind()) + "/" + QueryString.encode(ref.namespace()) + "/"
                + QueryString.encode(ref.name());
    }
}
