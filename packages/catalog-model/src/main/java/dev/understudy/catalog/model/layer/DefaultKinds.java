// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import static dev.understudy.catalog.model.layer.KnownFields.DEPENDENCY_OF;
import static dev.understudy.catalog.model.layer.KnownFields.DEPENDS_ON;
import static dev.understudy.catalog.model.layer.KnownFields.OWNER;
import static dev.understudy.catalog.model.layer.KnownFields.SYSTEM;
import static dev.understudy.catalog.model.layer.KnownFields.onlyTo;
import static dev.understudy.catalog.model.layer.KnownFields.to;
import static dev.understudy.catalog.model.layer.SpecSchema.requiring;

import dev.understudy.catalog.model.RelationTypes;
import java.util.List;

/** The kinds that every catalog knows. Their texts are what clients are told of them. */
final class DefaultKinds {
    private DefaultKinds() {}

    static void addTo(CatalogModelLayerBuilder model) {
        model.addKind(kind(
                new KindNames("API", "api", "apis"),
                "An API describes an interface that can be exposed by a component.",
                requiring("type", "lifecycle", "owner", "definition")
                        .texts("type", "lifecycle", "owner", "system", "definition"),
                OWNER,
                SYSTEM));
        addComponent(model);
        model.addKind(kind(
                new KindNames("Domain", "domain", "domains"),
                "A Domain groups a collection of systems that share terminology, domain models, business purpose, or"
                        + " documentation.",
                requiring("owner").texts("owner", "subdomainOf", "type"),
                OWNER,
                to("spec.subdomainOf", RelationTypes.PART_OF, "Domain")));
        addGroup(model);
        model.addKind(kind(
                new KindNames("Location", "location", "locations"),
                "A Location is a marker that references other places to look for catalog data.",
                requiring().texts("type", "target").lists("targets").choice("presence", "required", "optional")));
        model.addKind(kind(
                new KindNames("Resource", "resource", "resources"),
                "A Resource describes the infrastructure a system needs to operate, like databases, topics, or"
                        + " buckets.",
                requiring("type", "owner")
                        .texts("type", "owner")
                        .lists("dependsOn")
                        .texts("system"),
                OWNER,
                DEPENDS_ON,
                DEPENDENCY_OF,
                SYSTEM));
        model.addKind(kind(
                new KindNames("System", "system", "systems"),
                "A System is a collection of resources and components that exposes one or several APIs.",
                requiring("owner").texts("owner", "domain", "type"),
                OWNER,
                to("spec.domain", RelationTypes.PART_OF, "Domain")));
        model.addKind(kind(
                new KindNames("User", "user", "users"),
                "A User describes a person, such as an employee or a contractor.",
                requiring("memberOf")
                        .object("profile", "displayName", "email", "picture")
                        .lists("memberOf"),
                onlyTo("spec.memberOf", RelationTypes.MEMBER_OF, "Group")));
    }

    private static void addComponent(CatalogModelLayerBuilder model) {
        model.addKind(kind(
                new KindNames("Component", "component", "components"),
                "A Component describes a software component, usually with a distinct deployable or linkable artifact.",
                requiring("type", "lifecycle", "owner")
                        .texts("type", "lifecycle", "owner", "system", "subcomponentOf")
                        .lists("providesApis", "consumesApis", "dependsOn"),
                OWNER,
                to("spec.subcomponentOf", RelationTypes.PART_OF, "Component"),
                to("spec.providesApis", RelationTypes.PROVIDES_API, "API"),
                to("spec.consumesApis", RelationTypes.CONSUMES_API, "API"),
                DEPENDS_ON,
                DEPENDENCY_OF,
                SYSTEM));
    }

    private static void addGroup(CatalogModelLayerBuilder model) {
        model.addKind(kind(
                new KindNames("Group", "group", "groups"),
                "A Group describes an organizational entity, such as a team, a business unit, or a loose collection of"
                        + " people.",
                requiring("type", "children")
                        .texts("type")
                        .object("profile", "displayName", "email", "picture")
                        .texts("parent")
                        .lists("children", "members"),
                onlyTo("spec.parent", RelationTypes.CHILD_OF, "Group"),
                onlyTo("spec.children", RelationTypes.PARENT_OF, "Group"),
                onlyTo("spec.members", RelationTypes.HAS_MEMBER, "User")));
    }

    private static KindDefinition kind(
            KindNames names, String description, SpecSchema schema, KindRelationField... fields) {
        return new KindDefinition(
                "backstage.io",
                names,
                description,
                List.of(KindVersion.of(schema.document(), "v1alpha1", "v1beta1").withRelationFields(fields)));
    }
}
