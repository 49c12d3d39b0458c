// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.schema.JsonSchemaDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a model of the state that all layers leave behind. */
final class ModelCompiler {
    private final ModelState state;
    private final FullSchema schemas;

    ModelCompiler(ModelState state) {
        this.state = state;
        this.schemas = new FullSchema(state.terms(TermType.ANNOTATION), state.terms(TermType.LABEL));
    }

    CatalogModel compile() {
        var kinds = new LinkedHashMap<String, Map<String, Map<String, CatalogModelKind>>>();
        state.kinds().forEach((name, kind) -> kinds.put(name, versions(kind)));
        return new CatalogModel(
                kinds,
                new ModelSummary(
                        state.kinds().values().stream()
                                .map(ModelCompiler::summary)
                                .toList(),
                        state.relations().values().stream().map(this::relation).toList(),
                        relationsByKind(),
                        terms(TermType.ANNOTATION),
                        terms(TermType.LABEL),
                        terms(TermType.TAG)));
    }

    private List<TermDefinition> terms(TermType type) {
        return List.copyOf(state.terms(type).values());
    }

    private Map<String, Map<String, CatalogModelKind>> versions(KindState kind) {
        var versions = new LinkedHashMap<String, Map<String, CatalogModelKind>>();
        kind.versions.forEach((name, types) -> {
            var apiVersion = kind.apiVersion(name);
            var compiled = new LinkedHashMap<String, CatalogModelKind>();
            types.forEach((type, content) -> compiled.put(type, compile(kind, apiVersion, content)));
            versions.put(apiVersion, compiled);
        });
        return versions;
    }

    private CatalogModelKind compile(KindState kind, String apiVersion, SpecTypeState content) {
        return new CatalogModelKind(
                kind.names,
                apiVersion,
                content.description().orElse(kind.description),
                content.relationFields(),
                JsonSchemaDocument.read(schemas.of(apiVersion, kind.names.kind(), content.schema())));
    }

    private static KindSummary summary(KindState kind) {
        var versions = new ArrayList<KindSummary.Version>();
        kind.versions.forEach((name, types) -> types.keySet()
                .forEach(type -> versions.add(new KindSummary.Version(
                        kind.apiVersion(name), type.isEmpty() ? Optional.empty() : Optional.of(type)))));
        return new KindSummary(kind.names, kind.description, versions);
    }

    private Map<String, List<CatalogModelRelation>> relationsByKind() {
        var byKind = new LinkedHashMap<String, List<CatalogModelRelation>>();
        for (var kind : state.kinds().keySet()) {
            byKind.put(
                    kind,
                    state.relations().values().stream()
                            .filter(relation -> relation.toKindsByFromKind.containsKey(kind))
                            .map(relation -> relation(relation, List.of(kind), relation.toKindsByFromKind.get(kind)))
                            .toList());
        }
        return byKind;
    }

    private CatalogModelRelation relation(RelationState relation) {
        var toKinds = relation.toKindsByFromKind.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        return relation(relation, relation.toKindsByFromKind.keySet(), toKinds);
    }

    private CatalogModelRelation relation(
            RelationState relation, Collection<String> fromKinds, Collection<String> toKinds) {
        var reverse = state.relations().get(relation.reverseType);
        return new CatalogModelRelation(
                List.copyOf(fromKinds),
                List.copyOf(toKinds),
                relation.description,
                new RelationEnd(relation.type, relation.title),
                new RelationEnd(relation.reverseType, reverse == null ? relation.reverseTitle : reverse.title));
    }
}
