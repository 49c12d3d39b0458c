// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.EntityRefContext;
import dev.understudy.catalog.model.EntityRelationSpec;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.model.layer.CatalogModelRelation;
import dev.understudy.catalog.model.layer.KindRelationField;
import dev.understudy.catalog.model.schema.SchemaError;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.errors.TypeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Validates the kinds of a model made of layers, and emits their relations. Backstage counterpart of the same name. */
public final class ModelProcessor implements CatalogProcessor {
    private final CatalogModel model;

    public ModelProcessor(CatalogModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return "ModelProcessor";
    }

    @Override
    public Entity preProcessEntity(
            Entity entity,
            LocationSpec location,
            CatalogProcessorEmit emit,
            LocationSpec originLocation,
            CatalogProcessorCache cache) {
        var sorted = entity.json();
        for (var field : relationFields(entity)) {
            sorted = ReferenceField.of(field.path()).sorted(sorted);
        }
        return new Entity(sorted);
    }

    @Override
    public boolean validateEntityKind(Entity entity) {
        var kind = model.kind(entity);
        if (kind.isEmpty()) {
            return false;
        }
        var errors = kind.get().schema().errors(entity.json());
        if (!errors.isEmpty()) {
            throw new TypeException("Validation of " + entity.kind() + " entity failed: "
                    + errors.stream().map(SchemaError::text).collect(Collectors.joining("; ")));
        }
        return true;
    }

    @Override
    public Entity postProcessEntity(
            Entity entity, LocationSpec location, CatalogProcessorEmit emit, CatalogProcessorCache cache) {
        for (var field : relationFields(entity)) {
            for (var reference : ReferenceField.of(field.path()).texts(entity.json())) {
                relate(entity, field, reference, emit);
            }
        }
        return entity;
    }

    private List<KindRelationField> relationFields(Entity entity) {
        return model.kind(entity).map(kind -> kind.relationFields()).orElse(List.of());
    }

    private void relate(Entity entity, KindRelationField field, String reference, CatalogProcessorEmit emit) {
        var self = entity.ref();
        var namespace = field.inDefaultNamespace() ? Entity.DEFAULT_NAMESPACE : self.namespace();
        var target = EntityRef.parse(reference, new EntityRefContext(field.defaultKind(), namespace));
        if (!field.allows(target.kind())) {
            return;
        }
        emit.emit(CatalogProcessorResult.relation(new EntityRelationSpec(self, field.relation(), target)));
        relation(self.kind(), field.relation(), target.kind())
                .ifPresent(relation -> emit.emit(CatalogProcessorResult.relation(
                        new EntityRelationSpec(target, relation.reverse().type(), self))));
    }

    private Optional<CatalogModelRelation> relation(String fromKind, String type, String toKind) {
        return model.relations(fromKind).stream()
                .filter(relation -> relation.forward().type().equals(type))
                .filter(relation -> relation.toKinds().stream().anyMatch(toKind::equalsIgnoreCase))
                .findFirst();
    }
}
