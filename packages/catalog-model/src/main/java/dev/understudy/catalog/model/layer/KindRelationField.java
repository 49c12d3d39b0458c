// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;

/**
 * A field that refers to other entities, with a text or a list of them. Backstage counterpart: {@code
 * CatalogModelKindRelationFieldDefinition}.
 *
 * @param path where the field is, such as {@code spec.owner}
 * @param relation the type of relation that a reference states
 * @param defaultKind the kind of references that name none; empty when every reference must name one
 * @param inDefaultNamespace whether references that name no namespace mean {@code default}, not that of the entity
 * @param allowedKinds the kinds that may be referred to, others are passed over; empty for all
 */
public record KindRelationField(
        String path,
        String relation,
        Optional<String> defaultKind,
        boolean inDefaultNamespace,
        Optional<List<String>> allowedKinds) {
    public KindRelationField {
        allowedKinds = allowedKinds.map(List::copyOf);
    }

    /** A field whose references must name their kind, which may be any. */
    public static KindRelationField of(String path, String relation) {
        return new KindRelationField(path, relation, Optional.empty(), false, Optional.empty());
    }

    public KindRelationField withDefaultKind(String kind) {
        return new KindRelationField(path, relation, Optional.of(kind), inDefaultNamespace, allowedKinds);
    }

    public KindRelationField withDefaultNamespace() {
        return new KindRelationField(path, relation, defaultKind, true, allowedKinds);
    }

    public KindRelationField withAllowedKinds(String... kinds) {
        return new KindRelationField(path, relation, defaultKind, inDefaultNamespace, Optional.of(List.of(kinds)));
    }

    /** Whether a reference may be to this kind; upper and lower case are alike. */
    public boolean allows(String kind) {
        return allowedKinds
                .map(kinds -> kinds.stream().anyMatch(kind::equalsIgnoreCase))
                .orElse(true);
    }
}
