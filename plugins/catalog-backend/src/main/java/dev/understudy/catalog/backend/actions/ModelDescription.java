// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.model.layer.CatalogModelRelation;
import dev.understudy.catalog.model.layer.KindSummary;
import dev.understudy.catalog.model.layer.KnownLayers;
import dev.understudy.catalog.model.layer.TermDefinition;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Describes the kinds, annotations, labels, tags and relations that the catalog knows, in Markdown. */
final class ModelDescription implements ActionFunction {
    private final Optional<CatalogModel> model;

    /** Without a model, the default one is described. */
    ModelDescription(Optional<CatalogModel> model) {
        this.model = model;
    }

    @Override
    public Optional<JsonNode> run(ActionContext context) {
        return Optional.of(Json.mapper().createObjectNode().put("description", describe()));
    }

    private String describe() {
        var described = model.orElseGet(() -> CatalogModel.compile(List.of(KnownLayers.defaultEntityModel())));
        return ActionResources.read("model-description-head.md")
                + lines(described.annotations(), annotation -> term("Annotation", annotation))
                + lines(described.labels(), label -> term("Label", label))
                + lines(described.tags(), tag -> term("Tag", tag))
                + "\n## Entity Kinds\n\nThe model contains the following entity kinds:\n\n"
                + lines(described.kinds(), ModelDescription::kind)
                + "\n## Entity Relations\n\nThe model contains the following entity relations:\n\n"
                + lines(described.relations(), ModelDescription::relation);
    }

    private static <T> String lines(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String term(String type, TermDefinition term) {
        return "### " + type + " \"" + term.name() + "\""
                + term.title().map(title -> ": " + title).orElse("") + "\n\n" + term.description() + "\n";
    }

    private static String kind(KindSummary kind) {
        return "### Entity Kind \"" + kind.names().kind() + "\"\n\n* Singular in text: \""
                + kind.names().singular() + "\"\n* Plural in text: \""
                + kind.names().plural() + "\"\n* Versions:\n"
                + kind.versions().stream().map(ModelDescription::version).collect(Collectors.joining("\n")) + "\n\n"
                + kind.description() + "\n";
    }

    private static String version(KindSummary.Version version) {
        return "  * apiVersion: \"" + version.apiVersion() + "\""
                + version.specType()
                        .map(type -> " (spec.type: \"" + type + "\")")
                        .orElse("");
    }

    private static String relation(CatalogModelRelation relation) {
        return "### Relation \"" + relation.forward().type() + "\": "
                + relation.forward().title() + "\n\n* Reverse type: \""
                + relation.reverse().type() + "\": " + relation.reverse().title() + "\n\n" + relation.description()
                + "\n";
    }
}
