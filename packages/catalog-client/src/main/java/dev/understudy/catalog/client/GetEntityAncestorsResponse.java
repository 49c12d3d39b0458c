// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.model.Entity;
import java.util.List;

/**
 * An entity and where it comes from. Backstage counterpart of the same name.
 *
 * @param rootEntityRef the entity that was asked for
 * @param items that entity and all above it
 */
public record GetEntityAncestorsResponse(String rootEntityRef, List<Ancestor> items) {
    public GetEntityAncestorsResponse {
        items = List.copyOf(items);
    }

    /** An entity and those that made it appear. */
    public record Ancestor(Entity entity, List<String> parentEntityRefs) {
        public Ancestor {
            parentEntityRefs = List.copyOf(parentEntityRefs);
        }
    }
}
