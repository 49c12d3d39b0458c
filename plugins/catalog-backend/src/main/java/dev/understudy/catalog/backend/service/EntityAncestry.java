// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import java.util.List;

/** An entity and all that led to it, the entity first. */
record EntityAncestry(String rootEntityRef, List<Item> items) {
    public EntityAncestry {
        items = List.copyOf(items);
    }

    /** One entity, and the references of those that emitted it. */
    @SuppressWarnings("ArrayRecordComponent") // entities are passed on as bytes, and never compared
    public record Item(String entityRef, byte[] entity, List<String> parentEntityRefs) {
        public Item {
            parentEntityRefs = List.copyOf(parentEntityRefs);
        }
    }
}
