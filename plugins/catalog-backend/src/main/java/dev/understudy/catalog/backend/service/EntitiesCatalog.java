// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the finished entities. An entity is its JSON text in UTF-8, exactly as stored; do not change the arrays.
 * Thread-safe.
 *
 * <p>Backstage counterpart: {@code EntitiesCatalog}.
 */
public interface EntitiesCatalog {
    /** One page of a list in which entities that lack a field to sort by come last. */
    EntitiesPage entities(EntitiesRequest request);

    /** The entities with these references, in their order; empty where there is none. */
    List<Optional<byte[]>> entitiesBatch(EntitiesBatchRequest request);

    /** One page of the answers to a question; entities that lack the field to sort by are left out. */
    QueryEntitiesResponse queryEntities(QueryEntitiesRequest request);

    /** How often each value of some fields occurs, per field in the order of its values. */
    Map<String, List<Facet>> facets(FacetsRequest request);

    /**
     * An entity and all that led to it.
     *
     * @throws dev.understudy.errors.NotFoundException when there is no such entity
     */
    EntityAncestry entityAncestry(String entityRef, BackstageCredentials credentials);

    /** Removes an entity; what emitted it is processed again soon, so it may come back. */
    void removeEntityByUid(String uid, BackstageCredentials credentials);
}
