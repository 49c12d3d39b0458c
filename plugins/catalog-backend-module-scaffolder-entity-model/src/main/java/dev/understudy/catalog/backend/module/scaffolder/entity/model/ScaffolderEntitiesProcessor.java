// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.scaffolder.entity.model;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.EntityRefContext;
import dev.understudy.catalog.model.EntityRelationSpec;
import dev.understudy.catalog.model.RelationTypes;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorResult;

/** Validates templates and relates them to their owners. */
final class ScaffolderEntitiesProcessor implements CatalogProcessor {
    @Override
    public String name() {
        return "ScaffolderEntitiesProcessor";
    }

    @Override
    public boolean validateEntityKind(Entity entity) {
        return TemplateSchema.VALIDATOR.check(entity.json());
    }

    @Override
    public Entity postProcessEntity(
            Entity entity, LocationSpec location, CatalogProcessorEmit emit, CatalogProcessorCache cache) {
        if (entity.apiVersion().equals(TemplateSchema.API_VERSION)
                && entity.kind().equals("Template")) {
            var owner = entity.spec().path("owner").asString("");
            if (!owner.isEmpty()) {
                emitOwner(EntityRef.of(entity), owner, emit);
            }
        }
        return entity;
    }

    private static void emitOwner(EntityRef template, String owner, CatalogProcessorEmit emit) {
        var ownerRef = EntityRef.parse(owner, EntityRefContext.of("Group", template.namespace()));
        emit.emit(CatalogProcessorResult.relation(new EntityRelationSpec(template, RelationTypes.OWNED_BY, ownerRef)));
        emit.emit(CatalogProcessorResult.relation(new EntityRelationSpec(ownerRef, RelationTypes.OWNER_OF, template)));
    }
}
