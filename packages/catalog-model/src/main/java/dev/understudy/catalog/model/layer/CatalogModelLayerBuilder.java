// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes down what a layer changes. The order matters little: all layers add first, then they update, then they remove.
 * Not safe for use from several threads. Backstage counterpart of the same name.
 */
public final class CatalogModelLayerBuilder {
    private final List<ModelOperation> operations = new ArrayList<>();

    CatalogModelLayerBuilder() {}

    List<ModelOperation> operations() {
        return operations;
    }

    /** Adds a kind. */
    public void addKind(KindDefinition kind) {
        operations.add(new KindOperations.Declare(kind.group(), kind.names(), kind.description()));
        addKindVersions(kind.names().kind(), kind.versions());
    }

    /** Adds versions to a kind of any layer. */
    public void addKindVersions(String kind, List<KindVersion> versions) {
        for (var version : versions) {
            var schema = KindSchemaDocument.reduced(version.schema());
            KindSchemaDocument.check(schema);
            var content = new SpecTypeState(version.description(), version.relationFields(), schema);
            for (var name : version.names()) {
                for (var type : orDefault(version.specTypes())) {
                    operations.add(new KindOperations.DeclareVersion(kind, name, type, content));
                }
            }
        }
    }

    /** Changes a kind of any layer. */
    public void updateKind(KindUpdate update) {
        if (update.singular().isPresent()
                || update.plural().isPresent()
                || update.description().isPresent()) {
            operations.add(
                    new KindOperations.Update(update.kind(), update.singular(), update.plural(), update.description()));
        }
        for (var version : update.versions()) {
            for (var name : version.names()) {
                for (var type : orDefault(version.specTypes())) {
                    operations.add(new KindOperations.UpdateVersion(update.kind(), name, type, reduced(version)));
                }
            }
        }
    }

    /** Removes a kind, which is then unknown to the catalog. */
    public void removeKind(String kind) {
        operations.add(new KindOperations.Remove(kind));
    }

    /** Adds a relation and its reverse; to those that are there already, it adds the kinds. */
    public void addRelationPair(RelationPairDefinition pair) {
        for (var from : pair.fromKinds()) {
            for (var to : pair.toKinds()) {
                operations.add(new RelationOperations.Declare(
                        from, pair.forward(), to, pair.reverse().type(), pair.description()));
                operations.add(new RelationOperations.Declare(
                        to, pair.reverse(), from, pair.forward().type(), pair.description()));
            }
        }
    }

    /** Adds kinds to a relation of any layer, or changes its texts. */
    public void updateRelationPair(RelationPairUpdate pair) {
        for (var from : pair.fromKinds()) {
            for (var to : pair.toKinds()) {
                var reverse = pair.reverseType();
                operations.add(new RelationOperations.Update(
                        from,
                        pair.type(),
                        to,
                        pair.title(),
                        reverse,
                        reverse.isPresent() ? Optional.empty() : pair.reverseTitle(),
                        pair.description()));
                reverse.ifPresent(type -> operations.add(new RelationOperations.Update(
                        to,
                        type,
                        from,
                        pair.reverseTitle(),
                        Optional.of(pair.type()),
                        Optional.empty(),
                        pair.description())));
            }
        }
    }

    public void addAnnotation(TermDefinition annotation) {
        addTerm(TermType.ANNOTATION, annotation);
    }

    public void updateAnnotation(TermUpdate annotation) {
        operations.add(new TermOperations.Update(TermType.ANNOTATION, annotation));
    }

    public void removeAnnotation(String name) {
        operations.add(new TermOperations.Remove(TermType.ANNOTATION, name));
    }

    public void addLabel(TermDefinition label) {
        addTerm(TermType.LABEL, label);
    }

    public void updateLabel(TermUpdate label) {
        operations.add(new TermOperations.Update(TermType.LABEL, label));
    }

    public void removeLabel(String name) {
        operations.add(new TermOperations.Remove(TermType.LABEL, name));
    }

    public void addTag(TermDefinition tag) {
        addTerm(TermType.TAG, tag);
    }

    public void updateTag(TermUpdate tag) {
        operations.add(new TermOperations.Update(TermType.TAG, tag));
    }

    public void removeTag(String name) {
        operations.add(new TermOperations.Remove(TermType.TAG, name));
    }

    /** Adds all that another layer does. */
    public void include(CatalogModelLayer layer) {
        operations.addAll(layer.operations());
    }

    private void addTerm(TermType type, TermDefinition term) {
        term.schema().ifPresent(schema -> {
            if (!schema.path("type").asString("").equals("string")) {
                throw new InputException(type.title() + " \"" + term.name()
                        + "\" schema must have \"type\": \"string\" at the root, only string values are supported");
            }
        });
        operations.add(new TermOperations.Declare(type, term));
    }

    private static KindVersionUpdate reduced(KindVersionUpdate update) {
        return new KindVersionUpdate(
                update.names(),
                update.specTypes(),
                update.description(),
                update.relationFields(),
                update.schema().map(KindSchemaDocument::reduced));
    }

    /** The empty text stands for no type. */
    private static List<String> orDefault(List<String> specTypes) {
        return specTypes.isEmpty() ? List.of("") : specTypes;
    }
}
