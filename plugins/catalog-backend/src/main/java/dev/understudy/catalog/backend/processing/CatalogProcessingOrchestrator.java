// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.model.Entity;
import tools.jackson.databind.JsonNode;

/**
 * Runs entities through all processors. Thread-safe; writes nothing. Backstage counterpart:
 * {@code CatalogProcessingOrchestrator}.
 */
@FunctionalInterface
public interface CatalogProcessingOrchestrator {
    /**
     * Processes one entity.
     *
     * @param entity the entity as it was found
     * @param cache what the processors remember from the last run; a missing node for the first
     */
    EntityProcessingResult process(Entity entity, JsonNode cache);
}
