// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import dev.understudy.catalog.client.AddLocationRequest;
import dev.understudy.catalog.client.AddLocationResponse;
import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.EntityFacet;
import dev.understudy.catalog.client.EntityStreams;
import dev.understudy.catalog.client.GetEntitiesByRefsRequest;
import dev.understudy.catalog.client.GetEntitiesRequest;
import dev.understudy.catalog.client.GetEntityAncestorsResponse;
import dev.understudy.catalog.client.GetEntityFacetsRequest;
import dev.understudy.catalog.client.Location;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.client.QueryEntitiesResponse;
import dev.understudy.catalog.client.QueryLocationsRequest;
import dev.understudy.catalog.client.QueryLocationsResponse;
import dev.understudy.catalog.client.StreamEntitiesRequest;
import dev.understudy.catalog.client.ValidateEntityResponse;
import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotImplementedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A catalog whose entities are in memory, for tests. It filters, sorts, searches and pages like the real one; cursors are
 * its own. Whatever has to do with locations throws {@link NotImplementedException}. Thread-safe.
 *
 * <p>Backstage counterpart of the same name.
 */
public final class InMemoryCatalogClient implements CatalogApi {
    private final List<Entity> entities;
    private final MemoryPages pages = new MemoryPages();

    private InMemoryCatalogClient(List<Entity> entities) {
        this.entities = new CopyOnWriteArrayList<>(entities);
    }

    /** A catalog of these entities. */
    public static InMemoryCatalogClient of(Entity... entities) {
        return new InMemoryCatalogClient(List.of(entities));
    }

    /** A catalog of these entities. */
    public static InMemoryCatalogClient of(List<Entity> entities) {
        return new InMemoryCatalogClient(entities);
    }

    @Override
    public List<Entity> entities(GetEntitiesRequest request) {
        var found = EntityQuery.where(entities.stream(), request.filter(), Optional.empty())
                .sorted(EntityQuery.by(request.order()))
                .skip(request.offset().orElse(0));
        var page = request.limit().isPresent() ? found.limit(request.limit().getAsInt()) : found;
        return page.map(entity -> EntityFields.select(entity, request.fields())).toList();
    }

    @Override
    public List<Optional<Entity>> entitiesByRefs(GetEntitiesByRefsRequest request) {
        return request.entityRefs().stream()
                .map(ref -> EntityQuery.where(find(ref).stream(), request.filter(), request.query())
                        .findFirst()
                        .map(entity -> EntityFields.select(entity, request.fields())))
                .toList();
    }

    @Override
    public QueryEntitiesResponse queryEntities(QueryEntitiesRequest request) {
        return pages.answer(request, List.copyOf(entities));
    }

    @Override
    public Stream<List<Entity>> streamEntities(StreamEntitiesRequest request) {
        return EntityStreams.of(this, request);
    }

    @Override
    public GetEntityAncestorsResponse entityAncestors(String entityRef) {
        var entity =
                find(entityRef).orElseThrow(() -> new NotFoundException("Entity with ref " + entityRef + " not found"));
        return new GetEntityAncestorsResponse(
                entityRef, List.of(new GetEntityAncestorsResponse.Ancestor(entity, List.of())));
    }

    @Override
    public Optional<Entity> entityByRef(EntityRef entityRef) {
        return find(entityRef.stringify());
    }

    private Optional<Entity> find(String ref) {
        return entities.stream()
                .filter(entity -> entity.ref().stringify().equals(ref))
                .findFirst();
    }

    @Override
    public void removeEntityByUid(String uid) {
        entities.removeIf(entity -> entity.metadata().path("uid").asString("").equals(uid));
    }

    /** Does nothing. */
    @Override
    public void refreshEntity(String entityRef) {}

    @Override
    public Map<String, List<EntityFacet>> entityFacets(GetEntityFacetsRequest request) {
        var found = EntityQuery.where(entities.stream(), request.filter(), request.query())
                .toList();
        var facets = new LinkedHashMap<String, List<EntityFacet>>();
        request.facets().forEach(facet -> facets.put(facet, EntityQuery.count(facet, found)));
        return facets;
    }

    @Override
    public List<Location> locations() {
        throw notImplemented();
    }

    @Override
    public QueryLocationsResponse queryLocations(QueryLocationsRequest request) {
        throw notImplemented();
    }

    @Override
    public Stream<List<Location>> streamLocations(QueryLocationsRequest.Initial request) {
        throw notImplemented();
    }

    @Override
    public Optional<Location> locationById(String id) {
        throw notImplemented();
    }

    @Override
    public Optional<Location> locationByRef(String locationRef) {
        throw notImplemented();
    }

    @Override
    public Optional<Location> locationByEntity(EntityRef entityRef) {
        throw notImplemented();
    }

    @Override
    public AddLocationResponse addLocation(AddLocationRequest request) {
        throw notImplemented();
    }

    @Override
    public Location updateLocation(String id, String type, String target) {
        throw notImplemented();
    }

    @Override
    public void removeLocationById(String id) {
        throw notImplemented();
    }

    @Override
    public ValidateEntityResponse validateEntity(Entity entity, String locationRef) {
        throw notImplemented();
    }

    @Override
    public AnalyzeLocationResponse analyzeLocation(AnalyzeLocationRequest request) {
        throw notImplemented();
    }

    private static NotImplementedException notImplemented() {
        return new NotImplementedException("Method not implemented.");
    }
}
