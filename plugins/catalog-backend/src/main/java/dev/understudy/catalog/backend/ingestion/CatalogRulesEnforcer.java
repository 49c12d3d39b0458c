// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;

/** Decides which entities may come from where. Thread-safe. Backstage counterpart: {@code CatalogRulesEnforcer}. */
@FunctionalInterface
public interface CatalogRulesEnforcer {
    boolean isAllowed(Entity entity, LocationSpec location);
}
