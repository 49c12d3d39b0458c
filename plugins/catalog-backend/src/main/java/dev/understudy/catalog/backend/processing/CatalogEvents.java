// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import tools.jackson.databind.JsonNode;

/** Tells others what happens in the catalog. Thread-safe. */
@FunctionalInterface
public interface CatalogEvents {
    /** Tells nobody. */
    CatalogEvents NONE = (_, _) -> {};

    /** Publishes an event on one of the {@link dev.understudy.catalog.node.CatalogTopics}. */
    void publish(String topic, JsonNode payload);
}
