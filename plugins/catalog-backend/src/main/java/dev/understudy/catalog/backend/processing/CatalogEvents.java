// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import tools.jackson.databind.JsonNode;

/** Tells others what happens in the catalog. Thread-safe. */
@FunctionalInterface
public interface CatalogEvents {
    /** The topic of processing errors: {@code entity}, {@code location} and {@code errors}. */
    String ERRORS = "experimental.catalog.errors";

    /** The topic of entities that come from two places. */
    String CONFLICTS = "experimental.catalog.conflict";

    /** Tells nobody. */
    CatalogEvents NONE = (_, _) -> {};

    void publish(String topic, JsonNode payload);
}
