// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.RelationTypes;
import java.util.List;

/** The relations that every catalog knows. Their texts are what clients are told of them. */
final class DefaultRelations {
    private static final RelationEnd PART_OF = new RelationEnd(RelationTypes.PART_OF, "part of");
    private static final RelationEnd HAS_PART = new RelationEnd(RelationTypes.HAS_PART, "has part");

    private DefaultRelations() {}

    static void addTo(CatalogModelLayerBuilder model) {
        model.addRelationPair(new RelationPairDefinition(
                List.of("API", "Component", "Domain", "Group", "Location", "Resource", "System", "User"),
                List.of("Group", "User"),
                "An ownership relation where the owner is usually an organizational entity (user or group), and the"
                        + " other entity can be anything.",
                new RelationEnd(RelationTypes.OWNED_BY, "owned by"),
                new RelationEnd(RelationTypes.OWNER_OF, "owner of")));
        model.addRelationPair(new RelationPairDefinition(
                List.of("Component"),
                List.of("API"),
                "A relation from a component to an API it provides for consumption by others.",
                new RelationEnd(RelationTypes.PROVIDES_API, "provides API"),
                new RelationEnd(RelationTypes.API_PROVIDED_BY, "API provided by")));
        model.addRelationPair(new RelationPairDefinition(
                List.of("Component"),
                List.of("API"),
                "A relation from a component to an API it consumes.",
                new RelationEnd(RelationTypes.CONSUMES_API, "consumes API"),
                new RelationEnd(RelationTypes.API_CONSUMED_BY, "API consumed by")));
        model.addRelationPair(new RelationPairDefinition(
                List.of("Component", "Resource"),
                List.of("Component", "Resource"),
                "A dependency relation expressing that an entity needs another entity to function.",
                new RelationEnd(RelationTypes.DEPENDS_ON, "depends on"),
                new RelationEnd(RelationTypes.DEPENDENCY_OF, "dependency of")));
        model.addRelationPair(new RelationPairDefinition(
                List.of("Group"),
                List.of("Group"),
                "A parent/child relation to build up a tree, used for example to describe the organizational structure"
                        + " between groups.",
                new RelationEnd(RelationTypes.PARENT_OF, "parent of"),
                new RelationEnd(RelationTypes.CHILD_OF, "child of")));
        model.addRelationPair(new RelationPairDefinition(
                List.of("User"),
                List.of("Group"),
                "A membership relation, typically for users in a group.",
                new RelationEnd(RelationTypes.MEMBER_OF, "member of"),
                new RelationEnd(RelationTypes.HAS_MEMBER, "has member")));
        addParts(model);
    }

    private static void addParts(CatalogModelLayerBuilder model) {
        model.addRelationPair(new RelationPairDefinition(
                List.of("Component", "API", "Resource"),
                List.of("Component", "System"),
                "A part/whole relation where a component, API, or resource belongs to a system or a component is a"
                        + " subcomponent of another.",
                PART_OF,
                HAS_PART));
        model.addRelationPair(new RelationPairDefinition(
                List.of("System"),
                List.of("Domain"),
                "A part/whole relation where a system belongs to a domain.",
                PART_OF,
                HAS_PART));
        model.addRelationPair(new RelationPairDefinition(
                List.of("Domain"),
                List.of("Domain"),
                "A part/whole relation where a domain is a subdomain of another domain.",
                PART_OF,
                HAS_PART));
    }
}
