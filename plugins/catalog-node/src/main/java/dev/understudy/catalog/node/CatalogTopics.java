// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

/** The topics of the catalog's events. */
public final class CatalogTopics {
    /**
     * An entity could not be processed: {@code entity}, its reference, {@code location}, if it has one, and {@code
     * errors}. Backstage counterpart: {@code CATALOG_ERRORS_TOPIC}.
     */
    public static final String ERRORS = "experimental.catalog.errors";

    /**
     * An entity comes from two places: {@code unprocessedEntity}, {@code entityRef}, {@code newLocationKey}, {@code
     * existingLocationKey} and {@code lastConflictAt}. Backstage counterpart: {@code CATALOG_CONFLICTS_TOPIC}.
     */
    public static final String CONFLICTS = "experimental.catalog.conflict";

    private CatalogTopics() {}
}
