// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;

/**
 * A kind of entity. Backstage counterpart: {@code CatalogModelKindDefinition}.
 *
 * @param group what its API versions start with, such as {@code backstage.io}
 */
public record KindDefinition(String group, KindNames names, String description, List<KindVersion> versions) {
    public KindDefinition {
        versions = List.copyOf(versions);
    }
}
