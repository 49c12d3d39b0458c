// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Feeds entities into the catalog page by page. One page is asked for at a time, in one of all processes. Backstage
 * counterpart of the same name.
 *
 * @param <C> what is needed to fetch pages, such as a connection
 */
public interface IncrementalEntityProvider<C> {
    /** A name that is unique in the catalog and stays the same, for the entities are tied to it. */
    String name();

    /**
     * One page.
     *
     * @param cursor what came with the page before; nothing for the first one
     * @throws Exception to try again later from the same cursor; with the message {@code CANCEL}, to start over
     */
    EntityIteratorResult next(C context, Optional<JsonNode> cursor) throws Exception;

    /**
     * Sets up what is needed to fetch pages, calls the burst once, and cleans up.
     *
     * @throws Exception what the burst throws, or any failure of its own
     */
    void around(Burst<C> burst) throws Exception;

    /** Deals with events, if the provider wants any. */
    default Optional<IncrementalEventHandler> eventHandler() {
        return Optional.empty();
    }

    /** Fetches pages until it is time to rest. */
    @FunctionalInterface
    interface Burst<C> {
        void run(C context) throws Exception;
    }
}
