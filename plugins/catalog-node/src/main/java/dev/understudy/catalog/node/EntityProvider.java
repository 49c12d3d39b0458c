// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

/**
 * Feeds entities into the catalog. Backstage counterpart: {@code EntityProvider}.
 */
public interface EntityProvider {
    /** A name that is unique in the catalog and stays the same, for the entities are tied to it. */
    String name();

    /**
     * Called once, before the catalog starts.
     *
     * @param connection how to change the catalog, now and later
     * @throws Exception to fail the start-up of the module that added the provider
     */
    void connect(EntityProviderConnection connection) throws Exception;
}
