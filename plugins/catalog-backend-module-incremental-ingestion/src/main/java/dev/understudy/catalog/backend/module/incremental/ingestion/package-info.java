// SPDX-License-Identifier: Apache-2.0
/**
 * Takes entities in page by page, from sources that are too large to be read at once. Where an ingestion stands is kept in
 * the database, so that it goes on after a restart.
 *
 * <pre>{@code
 * createBackendModule("catalog", "inventory", reg -> {
 *     var ingestion = reg.require(INCREMENTAL_INGESTION_PROVIDERS);
 *     reg.registerInit(() -> ingestion.get().addProvider(new InventoryProvider(), options));
 * });
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-catalog-backend-module-incremental-ingestion}.
 */
@NullMarked
package dev.understudy.catalog.backend.module.incremental.ingestion;

import org.jspecify.annotations.NullMarked;
