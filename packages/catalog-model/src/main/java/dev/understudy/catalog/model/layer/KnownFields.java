// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.RelationTypes;

/** The fields that refer to other entities in several kinds. */
final class KnownFields {
    static final KindRelationField OWNER = KindRelationField.of("spec.owner", RelationTypes.OWNED_BY)
            .withDefaultKind("Group")
            .withAllowedKinds("Group", "User");
    static final KindRelationField SYSTEM = to("spec.system", RelationTypes.PART_OF, "System");
    static final KindRelationField DEPENDS_ON = KindRelationField.of("spec.dependsOn", RelationTypes.DEPENDS_ON);
    static final KindRelationField DEPENDENCY_OF =
            KindRelationField.of("spec.dependencyOf", RelationTypes.DEPENDENCY_OF);

    private KnownFields() {}

    /** References that mean a kind if they name none, and may be to any. */
    static KindRelationField to(String path, String relation, String kind) {
        return KindRelationField.of(path, relation).withDefaultKind(kind);
    }

    /** References to one kind only. */
    static KindRelationField onlyTo(String path, String relation, String kind) {
        return to(path, relation, kind).withAllowedKinds(kind);
    }
}
