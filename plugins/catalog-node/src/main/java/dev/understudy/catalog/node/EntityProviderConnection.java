// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.Collection;

/** A provider's way into the catalog. Thread-safe. Backstage counterpart: {@code EntityProviderConnection}. */
public interface EntityProviderConnection {
    /**
     * Changes the set of entities that the provider accounts for, all or nothing.
     *
     * @throws dev.understudy.errors.TypeException if an entity lacks the very least
     */
    void applyMutation(EntityProviderMutation mutation);

    /** Schedules all entities for processing that emitted one of the refresh keys. */
    void refresh(Collection<String> keys);
}
