// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one can ask of the catalog, and have it do. Every method blocks, and throws {@link
 * dev.understudy.errors.ResponseException} when the catalog refuses, {@link java.io.UncheckedIOException} when it cannot
 * be reached. Thread-safe.
 *
 * <p>Backstage counterpart: {@code CatalogApi}; the token that its methods take is a matter of the implementation here.
 */
public interface CatalogApi {
    /** Lists entities. */
    List<Entity> entities(GetEntitiesRequest request);

    /** Gets entities by their references: as many as were asked for, in the same order, empty where there is none. */
    List<Optional<Entity>> entitiesByRefs(GetEntitiesByRefsRequest request);

    /** Gets a page of entities: the first of a question, or the one that a cursor names. */
    QueryEntitiesResponse queryEntities(QueryEntitiesRequest request);

    /** All entities that fit, page by page; a page is only asked for when it is needed. */
    Stream<List<Entity>> streamEntities(StreamEntitiesRequest request);

    /** The chain of entities that made an entity appear. */
    GetEntityAncestorsResponse entityAncestors(String entityRef);

    /**
     * Gets an entity.
     *
     * @throws dev.understudy.errors.TypeException if the reference is malformed
     * @throws IllegalArgumentException if the reference has no kind
     */
    default Optional<Entity> entityByRef(String entityRef) {
        return entityByRef(EntityRef.parse(entityRef));
    }

    /** Gets an entity. */
    Optional<Entity> entityByRef(EntityRef entityRef);

    /** Removes an entity; it comes back if its location still has it. */
    void removeEntityByUid(String uid);

    /** Has an entity, and the location it comes from, processed soon. */
    void refreshEntity(String entityRef);

    /** Which values fields have, and how many entities have them, by field. */
    Map<String, List<EntityFacet>> entityFacets(GetEntityFacetsRequest request);

    /** All registered locations. */
    List<Location> locations();

    /** Gets a page of registered locations. */
    QueryLocationsResponse queryLocations(QueryLocationsRequest request);

    /** All registered locations that fit, page by page; a page is only asked for when it is needed. */
    Stream<List<Location>> streamLocations(QueryLocationsRequest.Initial request);

    /** Gets a registered location. */
    Optional<Location> locationById(String id);

    /** Gets a registered location by {@code type:target}. */
    Optional<Location> locationByRef(String locationRef);

    /** Gets the registered location that an entity comes from. */
    default Optional<Location> locationByEntity(String entityRef) {
        return locationByEntity(EntityRef.parse(entityRef));
    }

    /** Gets the registered location that an entity comes from. */
    Optional<Location> locationByEntity(EntityRef entityRef);

    /** Registers a location, or tries what would happen. */
    AddLocationResponse addLocation(AddLocationRequest request);

    /** Has a registered location point elsewhere. */
    Location updateLocation(String id, String type, String target);

    /** Removes a registered location, and the entities that come from it. */
    void removeLocationById(String id);

    /**
     * Has an entity checked.
     *
     * @param locationRef where it would come from, such as {@code url:https://example.com/catalog-info.yaml}
     */
    ValidateEntityResponse validateEntity(Entity entity, String locationRef);

    /** Finds out which entities there are, or could be, at a location. */
    AnalyzeLocationResponse analyzeLocation(AnalyzeLocationRequest request);
}
