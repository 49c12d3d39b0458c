// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.database.CatalogChanges;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads entities from the database, whoever asks. */
public final class DefaultEntitiesCatalog implements EntitiesCatalog {
    // less than what a request spends on its way, and yet most of what several connections ask for the same entity
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final String BY_REF = "SELECT final_entity FROM final_entities WHERE entity_ref = ?";

    private final DatabaseService database;
    private final LoggerService logger;

    DefaultEntitiesCatalog(DatabaseService database, LoggerService logger) {
        this.database = database;
        this.logger = logger;
    }

    public static EntitiesCatalog create(DatabaseService database, CatalogChanges changes, LoggerService logger) {
        return new CoalescingEntitiesCatalog(new DefaultEntitiesCatalog(database, logger), MOMENT, changes);
    }

    @Override
    public EntitiesPage entities(EntitiesRequest request) {
        return reading().onConnection(sql -> new EntityListQuery(sql, request).run());
    }

    @Override
    public List<Optional<byte[]>> entitiesBatch(EntitiesBatchRequest request) {
        var refs = request.entityRefs();
        if (request.isForOne() && FilterSql.isStorable(refs.getFirst())) {
            var entity = reading()
                    .<Optional<byte[]>>one(BY_REF, row -> Optional.ofNullable(row.getBytes(1)), refs.getFirst());
            return List.of(entity.flatMap(found -> found));
        }
        var found = found(request);
        return refs.stream().map(ref -> Optional.ofNullable(found.get(ref))).toList();
    }

    private Map<String, byte[]> found(EntitiesBatchRequest request) {
        var found = new HashMap<String, byte[]>();
        if (request.entityRefs().isEmpty()) {
            return found;
        }
        var sql = reading();
        var query = SqlQuery.of(
                "SELECT f.entity_ref, f.final_entity FROM final_entities f WHERE f.final_entity IS NOT NULL"
                        + " AND f.entity_ref " + FilterSql.in(sql.dialect()),
                FilterSql.listParameter(request.entityRefs(), sql.dialect()));
        FilterSql.append(query, request.filter(), sql.dialect(), "f.entity_id");
        query.list(sql, row -> found.put(row.getString(1), row.getBytes(2)));
        return found;
    }

    @Override
    public QueryEntitiesResponse queryEntities(QueryEntitiesRequest request) {
        if (request.cursor().sortFieldCount() > 1) {
            logger.warn("Only one sort field is supported, ignoring the rest");
        }
        return reading().onConnection(sql -> new EntityPageQuery(sql, request).run());
    }

    @Override
    public Map<String, List<Facet>> facets(FacetsRequest request) {
        return FacetsQuery.run(reading(), request);
    }

    @Override
    public EntityAncestry entityAncestry(String entityRef, BackstageCredentials credentials) {
        return reading().onConnection(sql -> new AncestryQuery(sql).run(entityRef));
    }

    @Override
    public void removeEntityByUid(String uid, BackstageCredentials credentials) {
        if (FilterSql.isStorable(uid)) {
            Sql.writing(database).inTransaction(sql -> EntityRemoval.run(sql, uid));
        }
    }

    private Sql reading() {
        return Sql.reading(database);
    }
}
