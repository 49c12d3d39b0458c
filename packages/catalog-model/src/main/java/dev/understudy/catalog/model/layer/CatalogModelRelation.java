// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;

/** A relation in one direction, between any of the first kinds and any of the second. Backstage counterpart of the same name. */
public record CatalogModelRelation(
        List<String> fromKinds, List<String> toKinds, String description, RelationEnd forward, RelationEnd reverse) {
    public CatalogModelRelation {
        fromKinds = List.copyOf(fromKinds);
        toKinds = List.copyOf(toKinds);
    }
}
