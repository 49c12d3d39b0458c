// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.InputException;
import dev.understudy.errors.TypeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a catalog knows, with all layers applied. Immutable. Backstage counterpart of the same name. */
public final class CatalogModel {
    private final Map<String, Map<String, Map<String, CatalogModelKind>>> kinds;
    private final ModelSummary summary;

    CatalogModel(Map<String, Map<String, Map<String, CatalogModelKind>>> kinds, ModelSummary summary) {
        this.kinds = kinds;
        this.summary = summary;
    }

    /**
     * Applies layers.
     *
     * @throws InputException when they contradict each other
     */
    public static CatalogModel compile(List<CatalogModelLayer> layers) {
        var byId = new LinkedHashMap<String, CatalogModelLayer>();
        var operations = new ArrayList<ModelOperation>();
        for (var layer : layers) {
            var same = byId.putIfAbsent(layer.layerId(), layer);
            if (same == null) {
                operations.addAll(layer.operations());
            } else if (!same.operations().equals(layer.operations())) {
                throw new InputException(
                        "Catalog model layer ID \"" + layer.layerId() + "\" has conflicting definitions");
            }
        }
        var state = new ModelState();
        operations.stream()
                .sorted(Comparator.comparing(ModelOperation::phase))
                .forEach(operation -> operation.apply(state));
        return new ModelCompiler(state).compile();
    }

    /**
     * The kind of an entity, for its version and its {@code spec.type}; empty when the model does not know the kind.
     *
     * @throws TypeException when it knows the kind, but in no such version or type
     */
    public Optional<CatalogModelKind> kind(Entity entity) {
        var versions = kinds.get(entity.kind());
        if (versions == null) {
            return Optional.empty();
        }
        var types = versions.get(entity.apiVersion());
        if (types == null) {
            throw new TypeException("Kind \"" + entity.kind() + "\" exists, but has no version matching apiVersion \""
                    + entity.apiVersion() + "\"");
        }
        var type = entity.spec().path("type");
        return Optional.of(Optional.ofNullable(types.get(type.isString() ? type.stringValue() : ""))
                .or(() -> Optional.ofNullable(types.get("")))
                .orElseThrow(() -> new TypeException("Kind \"" + entity.kind() + "\" version \""
                        + entity.apiVersion().substring(entity.apiVersion().lastIndexOf('/') + 1)
                        + "\" exists, but has no matching spec type")));
    }

    /** The relations that entities of a kind may state. */
    public List<CatalogModelRelation> relations(String kind) {
        return summary.relationsByKind().getOrDefault(kind, List.of());
    }

    /** All kinds, in the order in which layers added them. */
    public List<KindSummary> kinds() {
        return summary.kinds();
    }

    /** All relations, in the order in which layers added them. */
    public List<CatalogModelRelation> relations() {
        return summary.relations();
    }

    /** The annotations that have a meaning, in the order in which layers added them. */
    public List<TermDefinition> annotations() {
        return summary.annotations();
    }

    /** The labels that have a meaning. */
    public List<TermDefinition> labels() {
        return summary.labels();
    }

    /** The tags that have a meaning. */
    public List<TermDefinition> tags() {
        return summary.tags();
    }
}
