// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.backend.service.CatalogAuthorizer.Decision;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.errors.NotAllowedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Shows everybody only the entities that they may read. */
final class AuthorizedEntitiesCatalog implements EntitiesCatalog {
    private final EntitiesCatalog catalog;
    private final CatalogAuthorizer authorizer;

    private AuthorizedEntitiesCatalog(EntitiesCatalog catalog, CatalogAuthorizer authorizer) {
        this.catalog = catalog;
        this.authorizer = authorizer;
    }

    public static EntitiesCatalog create(EntitiesCatalog catalog, CatalogAuthorizer authorizer) {
        return new AuthorizedEntitiesCatalog(catalog, authorizer);
    }

    private Decision mayRead(BackstageCredentials credentials) {
        return authorizer.decide(credentials, CatalogPermissions.ENTITY_READ);
    }

    @Override
    public EntitiesPage entities(EntitiesRequest request) {
        return switch (mayRead(request.credentials())) {
            case Decision.Allow() -> catalog.entities(request);
            case Decision.Deny() -> EntitiesPage.EMPTY;
            case Decision.Conditional(var condition) -> catalog.entities(request.alsoMatching(condition));
        };
    }

    @Override
    public List<Optional<byte[]>> entitiesBatch(EntitiesBatchRequest request) {
        return switch (mayRead(request.credentials())) {
            case Decision.Allow() -> catalog.entitiesBatch(request);
            case Decision.Deny() -> Collections.nCopies(request.entityRefs().size(), Optional.empty());
            case Decision.Conditional(var condition) ->
                catalog.entitiesBatch(new EntitiesBatchRequest(
                        request.credentials(), request.entityRefs(), EntityFilter.and(condition, request.filter())));
        };
    }

    @Override
    public QueryEntitiesResponse queryEntities(QueryEntitiesRequest request) {
        return switch (mayRead(request.credentials())) {
            case Decision.Allow() -> catalog.queryEntities(request);
            case Decision.Deny() -> QueryEntitiesResponse.EMPTY;
            case Decision.Conditional(var condition) -> catalog.queryEntities(request.alsoMatching(condition));
        };
    }

    @Override
    public Map<String, List<Facet>> facets(FacetsRequest request) {
        return switch (mayRead(request.credentials())) {
            case Decision.Allow() -> catalog.facets(request);
            case Decision.Deny() -> {
                var facets = new LinkedHashMap<String, List<Facet>>();
                request.facets().forEach(facet -> facets.put(facet, List.of()));
                yield facets;
            }
            case Decision.Conditional(var condition) ->
                catalog.facets(new FacetsRequest(
                        request.credentials(), request.facets(), EntityFilter.and(condition, request.filter())));
        };
    }

    @Override
    public EntityAncestry entityAncestry(String entityRef, BackstageCredentials credentials) {
        return switch (mayRead(credentials)) {
            case Decision.Allow() -> catalog.entityAncestry(entityRef, credentials);
            case Decision.Deny() -> throw new NotAllowedException("");
            case Decision.Conditional(var condition) -> {
                if (readable(List.of(entityRef), condition, credentials).isEmpty()) {
                    throw new NotAllowedException("");
                }
                yield visible(catalog.entityAncestry(entityRef, credentials), condition, credentials);
            }
        };
    }

    /** The ancestry without the entities that may not be read, and without all above those. */
    private EntityAncestry visible(EntityAncestry ancestry, EntityFilter condition, BackstageCredentials credentials) {
        var parents = new HashMap<String, List<String>>();
        ancestry.items().forEach(item -> parents.put(item.entityRef(), item.parentEntityRefs()));
        var readable = readable(List.copyOf(parents.keySet()), condition, credentials);
        var hidden = new HashSet<String>();
        var todo = new ArrayDeque<>(parents.keySet());
        todo.removeIf(readable::contains);
        while (!todo.isEmpty()) {
            var ref = todo.pop();
            if (hidden.add(ref)) {
                todo.addAll(parents.getOrDefault(ref, List.of()));
            }
        }
        return new EntityAncestry(
                ancestry.rootEntityRef(),
                ancestry.items().stream()
                        .filter(item -> !hidden.contains(item.entityRef()))
                        .toList());
    }

    private Set<String> readable(List<String> refs, EntityFilter condition, BackstageCredentials credentials) {
        var found = catalog.entitiesBatch(new EntitiesBatchRequest(credentials, refs, condition));
        var readable = new HashSet<String>();
        for (var index = 0; index < refs.size(); index++) {
            if (found.get(index).isPresent()) {
                readable.add(refs.get(index));
            }
        }
        return readable;
    }

    @Override
    public void removeEntityByUid(String uid, BackstageCredentials credentials) {
        switch (authorizer.decide(credentials, CatalogPermissions.ENTITY_DELETE)) {
            case Decision.Allow() -> {}
            case Decision.Deny() -> throw new NotAllowedException("");
            case Decision.Conditional(var condition) -> {
                var filter = EntityFilter.and(condition, EntityFilter.withUid(uid));
                var one = new Pagination(OptionalLong.of(1), 0);
                if (catalog.entities(new EntitiesRequest(credentials, filter, List.of(), one))
                        .entities()
                        .isEmpty()) {
                    throw new NotAllowedException("");
                }
            }
        }
        catalog.removeEntityByUid(uid, credentials);
    }
}
