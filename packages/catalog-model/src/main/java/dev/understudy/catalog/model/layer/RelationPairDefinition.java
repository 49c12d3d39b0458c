// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;

/**
 * A relation and its reverse, between any of the first kinds and any of the second. Backstage counterpart: {@code
 * CatalogModelRelationPairDefinition}.
 */
public record RelationPairDefinition(
        List<String> fromKinds, List<String> toKinds, String description, RelationEnd forward, RelationEnd reverse) {
    public RelationPairDefinition {
        fromKinds = List.copyOf(fromKinds);
        toKinds = List.copyOf(toKinds);
    }
}
