// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.BuiltinKinds;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorResult;

/** Validates the kinds that every catalog knows, and emits their relations. Backstage counterpart of the same name. */
public final class BuiltinKindsEntityProcessor implements CatalogProcessor {
    public static final String NAME = "BuiltinKindsEntityProcessor";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Entity preProcessEntity(
            Entity entity,
            LocationSpec location,
            CatalogProcessorEmit emit,
            LocationSpec originLocation,
            CatalogProcessorCache cache) {
        return BuiltinKinds.sortReferences(entity);
    }

    @Override
    public boolean validateEntityKind(Entity entity) {
        return BuiltinKinds.validate(entity);
    }

    @Override
    public Entity postProcessEntity(
            Entity entity, LocationSpec location, CatalogProcessorEmit emit, CatalogProcessorCache cache) {
        BuiltinKinds.relations(entity).forEach(relation -> emit.emit(CatalogProcessorResult.relation(relation)));
        return entity;
    }
}
