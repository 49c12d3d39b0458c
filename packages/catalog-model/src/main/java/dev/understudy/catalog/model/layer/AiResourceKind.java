// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import static dev.understudy.catalog.model.layer.KnownFields.OWNER;
import static dev.understudy.catalog.model.layer.KnownFields.onlyTo;
import static dev.understudy.catalog.model.layer.SpecSchema.requiring;

import dev.understudy.catalog.model.RelationTypes;
import java.util.List;

/** What coding tools are given: skills, rules, plugins, marketplaces. Backstage counterpart: {@code aiResourceEntityModel}. */
final class AiResourceKind {
    private static final String KIND = "AiResource";
    private static final String VERSION = "v1alpha1";
    private static final KindRelationField SYSTEM = onlyTo("spec.system", RelationTypes.PART_OF, "System");

    private AiResourceKind() {}

    static void addTo(CatalogModelLayerBuilder model) {
        model.addKind(new KindDefinition(
                "backstage.io",
                new KindNames(KIND, "airesource", "airesources"),
                "An AI resource represents contextual information consumed by AI coding tools, such as skills and"
                        + " rules.",
                List.of(anyType(), skill(), rule(), plugin(), marketplace())));
        model.updateRelationPair(
                RelationPairUpdate.of(List.of(KIND), RelationTypes.OWNED_BY, RelationTypes.OWNER_OF, "Group", "User"));
        model.updateRelationPair(
                RelationPairUpdate.of(List.of(KIND), RelationTypes.PART_OF, RelationTypes.HAS_PART, "System"));
        model.updateRelationPair(
                RelationPairUpdate.of(List.of(KIND), RelationTypes.DEPENDS_ON, RelationTypes.DEPENDENCY_OF, KIND));
        model.updateRelationPair(
                RelationPairUpdate.of(List.of(KIND), RelationTypes.HAS_PART, RelationTypes.PART_OF, KIND));
    }

    private static KindVersion anyType() {
        return version(requiring("type", "lifecycle", "owner").texts("type", "lifecycle", "owner", "system"))
                .withRelationFields(OWNER, SYSTEM);
    }

    private static KindVersion skill() {
        var schema = typed("skill")
                .lists("disciplines", "categories", "agents", "dependsOn")
                .texts("allowedTools", "license")
                .limitedText("compatibility", 500);
        return version(schema)
                .withSpecTypes("skill")
                .withRelationFields(OWNER, SYSTEM, onlyTo("spec.dependsOn", RelationTypes.DEPENDS_ON, KIND));
    }

    private static KindVersion rule() {
        var schema = typed("rule", "category", "rationale").lists("disciplines").texts("category", "rationale");
        return version(schema).withSpecTypes("rule").withRelationFields(OWNER, SYSTEM);
    }

    private static KindVersion plugin() {
        return version(typed("plugin", "skills").lists("skills").texts("version"))
                .withSpecTypes("plugin")
                .withRelationFields(OWNER, SYSTEM, onlyTo("spec.skills", RelationTypes.HAS_PART, KIND));
    }

    private static KindVersion marketplace() {
        return version(typed("marketplace", "plugins").lists("plugins").texts("version"))
                .withSpecTypes("marketplace")
                .withRelationFields(OWNER, SYSTEM, onlyTo("spec.plugins", RelationTypes.HAS_PART, KIND));
    }

    private static SpecSchema typed(String type, String... alsoRequired) {
        var required = new String[3 + alsoRequired.length];
        required[0] = "type";
        required[1] = "lifecycle";
        required[2] = "owner";
        System.arraycopy(alsoRequired, 0, required, 3, alsoRequired.length);
        return requiring(required).choice("type", type).texts("lifecycle", "owner", "system");
    }

    private static KindVersion version(SpecSchema schema) {
        return KindVersion.of(schema.document(), VERSION);
    }
}
