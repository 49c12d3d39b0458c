// SPDX-License-Identifier: Apache-2.0
/**
 * What modules of the catalog compile against: processors, entity providers and the extension points that take them.
 *
 * <pre>{@code
 * createBackendModule("catalog", "inventory", reg -> {
 *     var processing = reg.require(CATALOG_PROCESSING);
 *     reg.registerInit(() -> processing.get().addEntityProvider(new InventoryEntityProvider()));
 * });
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-catalog-node}.
 */
@NullMarked
package dev.understudy.catalog.node;

import org.jspecify.annotations.NullMarked;
