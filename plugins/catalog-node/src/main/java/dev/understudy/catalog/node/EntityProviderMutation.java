// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.List;
import java.util.Optional;

/** A change to the entities of a provider. Backstage counterpart: {@code EntityProviderMutation}. */
public sealed interface EntityProviderMutation {
    /** All there is: what the provider gave before and is not among these is removed. */
    static EntityProviderMutation full(List<DeferredEntity> entities) {
        return new Full(entities);
    }

    /** What came and what went. */
    static EntityProviderMutation delta(List<DeferredEntity> added, List<Removal> removed) {
        return new Delta(added, removed);
    }

    /** See {@link EntityProviderMutation#full}. */
    record Full(List<DeferredEntity> entities) implements EntityProviderMutation {
        public Full {
            entities = List.copyOf(entities);
        }
    }

    /** See {@link EntityProviderMutation#delta}. */
    record Delta(List<DeferredEntity> added, List<Removal> removed) implements EntityProviderMutation {
        public Delta {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * An entity to remove.
     *
     * @param entityRef its reference in canonical form
     * @param locationKey the key it was added with
     */
    record Removal(String entityRef, Optional<String> locationKey) {
        /** An entity by its reference. */
        public static Removal of(String entityRef) {
            return new Removal(entityRef, Optional.empty());
        }

        /** An entity as it was added. */
        public static Removal of(DeferredEntity entity) {
            return new Removal(entity.entity().ref().stringify(), entity.locationKey());
        }
    }
}
