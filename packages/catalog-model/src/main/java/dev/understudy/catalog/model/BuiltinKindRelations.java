// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.TypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of the built-in kinds that refer to other entities, in the order in which their relations are emitted. */
final class BuiltinKindRelations {
    private static final RelationField OWNER = RelationField.of("owner", RelationPair.OWNED_BY, "Group");
    private static final RelationField SYSTEM = RelationField.of("system", RelationPair.PART_OF, "System");
    private static final RelationField DEPENDS_ON =
            RelationField.withoutDefaultKind("dependsOn", RelationPair.DEPENDS_ON);
    private static final RelationField DEPENDENCY_OF =
            RelationField.withoutDefaultKind("dependencyOf", RelationPair.DEPENDS_ON.reversed());

    private static final Map<String, List<RelationField>> FIELDS = Map.of(
            "Component",
            List.of(
                    OWNER,
                    RelationField.of("subcomponentOf", RelationPair.PART_OF, "Component"),
                    RelationField.of("providesApis", RelationPair.PROVIDES_API, "API"),
                    RelationField.of("consumesApis", RelationPair.CONSUMES_API, "API"),
                    DEPENDS_ON,
                    DEPENDENCY_OF,
                    SYSTEM),
            "API",
            List.of(OWNER, SYSTEM),
            "Resource",
            List.of(OWNER, DEPENDS_ON, DEPENDENCY_OF, SYSTEM),
            "User",
            List.of(RelationField.of("memberOf", RelationPair.MEMBER_OF, "Group")),
            "Group",
            List.of(
                    RelationField.of("parent", RelationPair.CHILD_OF, "Group"),
                    RelationField.of("children", RelationPair.CHILD_OF.reversed(), "Group"),
                    RelationField.of("members", RelationPair.MEMBER_OF.reversed(), "User")),
            "System",
            List.of(OWNER, RelationField.of("domain", RelationPair.PART_OF, "Domain")),
            "Domain",
            List.of(OWNER, RelationField.of("subdomainOf", RelationPair.PART_OF, "Domain")));

    private BuiltinKindRelations() {}

    static List<EntityRelationSpec> of(Entity entity) {
        var fields = FIELDS.getOrDefault(entity.kind(), List.of());
        if (fields.isEmpty()) {
            return List.of();
        }
        var spec = entity.spec();
        if (spec.isMissingNode() || spec.isNull()) {
            throw new TypeException("Cannot read properties of " + (spec.isNull() ? "null" : "undefined")
                    + " (reading '" + fields.getFirst().name() + "')");
        }
        var self = entity.ref();
        var relations = new ArrayList<EntityRelationSpec>();
        fields.forEach(field -> field.collect(self, spec, relations));
        return List.copyOf(relations);
    }
}
