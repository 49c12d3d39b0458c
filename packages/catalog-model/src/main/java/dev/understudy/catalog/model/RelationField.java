// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A field of a spec that refers to other entities.
 *
 * @param name the field
 * @param relation what the references mean
 * @param defaultKind the kind of references that name none
 */
record RelationField(String name, RelationPair relation, Optional<String> defaultKind) {
    static RelationField of(String name, RelationPair relation, String defaultKind) {
        return new RelationField(name, relation, Optional.of(defaultKind));
    }

    static RelationField withoutDefaultKind(String name, RelationPair relation) {
        return new RelationField(name, relation, Optional.empty());
    }

    /** Adds the relations that the field of this spec states. */
    void collect(EntityRef self, JsonNode spec, List<EntityRelationSpec> relations) {
        var value = spec.get(name);
        if (value == null || EntityRefParser.isFalsy(value)) {
            return;
        }
        var context = new EntityRefContext(defaultKind, self.namespace());
        for (var item : value.isArray() ? value : List.of(value)) {
            var target = EntityRef.parse(item, context);
            relations.add(new EntityRelationSpec(self, relation.forward(), target));
            relations.add(new EntityRelationSpec(target, relation.reverse(), self));
        }
    }
}
