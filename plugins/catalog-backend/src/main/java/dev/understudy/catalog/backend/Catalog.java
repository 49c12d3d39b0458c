// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.backend.database.CatalogChanges;
import dev.understudy.catalog.backend.processing.CatalogProcessingOrchestrator;
import dev.understudy.catalog.backend.providers.LocationStore;

/**
 * The writing half of the catalog.
 *
 * @param orchestrator processes entities without storing them
 * @param locations changes the registered locations
 * @param changes counts what requests change
 * @param engine does the work in the background
 */
record Catalog(
        CatalogProcessingOrchestrator orchestrator,
        LocationStore locations,
        CatalogChanges changes,
        CatalogEngine engine) {}
