// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.database.CatalogChanges;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.OrderField;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.backend.query.QueryCursor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the same page for all who ask for it at the same time, as portals do whose start page everybody opens, and single
 * entities together, each once in a moment. Belongs below the decision who may see what: questions differ by their
 * filters, and not by who asks.
 */
final class CoalescingEntitiesCatalog implements EntitiesCatalog {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final EntitiesCatalog catalog;
    private final CatalogChanges changes;
    private final Remembering<String, byte[]> recent;
    private final Batching<String, Optional<byte[]>> singles = new Batching<>(PATIENCE);
    private final Coalescing<ListQuestion, EntitiesPage> lists = new Coalescing<>();
    private final Coalescing<PageQuestion, QueryEntitiesResponse> pages = new Coalescing<>();
    private final Coalescing<FacetsQuestion, Map<String, List<Facet>>> facets = new Coalescing<>();

    private record ListQuestion(EntityFilter filter, List<OrderField> order, Pagination pagination) {}

    private record PageQuestion(
            QueryCursor cursor, EntityFilter filter, long limit, long offset, boolean countsTotal) {}

    private record FacetsQuestion(List<String> facets, EntityFilter filter) {}

    /** An entity is as it was at most so long ago, and after all that requests to this process have changed. */
    CoalescingEntitiesCatalog(EntitiesCatalog catalog, Duration moment, CatalogChanges changes) {
        this.catalog = catalog;
        this.changes = changes;
        this.recent = new Remembering<>(moment, changes, System::nanoTime);
    }

    @Override
    public EntitiesPage entities(EntitiesRequest request) {
        var question = new ListQuestion(request.filter(), request.order(), request.pagination());
        return lists.answer(question, () -> catalog.entities(request));
    }

    @Override
    public List<Optional<byte[]>> entitiesBatch(EntitiesBatchRequest request) {
        if (!request.isForOne()) {
            return catalog.entitiesBatch(request);
        }
        var ref = request.entityRefs().getFirst();
        return List.of(recent.value(ref, () -> singles.value(ref, refs -> byRef(refs, request))));
    }

    private Map<String, Optional<byte[]>> byRef(Set<String> refs, EntitiesBatchRequest request) {
        var entityRefs = List.copyOf(refs);
        var found =
                catalog.entitiesBatch(new EntitiesBatchRequest(request.credentials(), entityRefs, request.filter()));
        var entities = new HashMap<String, Optional<byte[]>>();
        for (var index = 0; index < entityRefs.size(); index++) {
            entities.put(entityRefs.get(index), found.get(index));
        }
        return entities;
    }

    @Override
    public QueryEntitiesResponse queryEntities(QueryEntitiesRequest request) {
        var question = new PageQuestion(
                request.cursor(), request.filter(), request.limit(), request.offset(), request.countsTotal());
        return pages.answer(question, () -> catalog.queryEntities(request));
    }

    @Override
    public Map<String, List<Facet>> facets(FacetsRequest request) {
        var question = new FacetsQuestion(request.facets(), request.filter());
        return facets.answer(question, () -> catalog.facets(request));
    }

    @Override
    public EntityAncestry entityAncestry(String entityRef, BackstageCredentials credentials) {
        return catalog.entityAncestry(entityRef, credentials);
    }

    @Override
    public void removeEntityByUid(String uid, BackstageCredentials credentials) {
        catalog.removeEntityByUid(uid, credentials);
        changes.note();
    }
}
