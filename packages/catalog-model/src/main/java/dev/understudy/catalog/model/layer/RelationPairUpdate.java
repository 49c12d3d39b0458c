// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Optional;

/**
 * Adds kinds to a relation, and changes its texts; what is empty stays as it is. Backstage counterpart: {@code
 * CatalogModelUpdateRelationPairDefinition}.
 *
 * @param type the type of the relation
 * @param reverseType the type of the reverse; without it, the kinds are added in one direction only
 */
public record RelationPairUpdate(
        List<String> fromKinds,
        List<String> toKinds,
        String type,
        Optional<String> title,
        Optional<String> reverseType,
        Optional<String> reverseTitle,
        Optional<String> description) {
    public RelationPairUpdate {
        fromKinds = List.copyOf(fromKinds);
        toKinds = List.copyOf(toKinds);
    }

    /** Adds kinds, in both directions, and changes no texts. */
    public static RelationPairUpdate of(List<String> fromKinds, String type, String reverseType, String... toKinds) {
        return new RelationPairUpdate(
                fromKinds,
                List.of(toKinds),
                type,
                Optional.empty(),
                Optional.of(reverseType),
                Optional.empty(),
                Optional.empty());
    }
}
