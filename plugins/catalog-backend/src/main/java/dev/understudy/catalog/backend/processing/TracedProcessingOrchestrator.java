// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.model.Entity;
import tools.jackson.databind.JsonNode;

/** Makes a span of each run. */
public record TracedProcessingOrchestrator(CatalogProcessingOrchestrator orchestrator, ProcessingSpans spans)
        implements CatalogProcessingOrchestrator {
    @Override
    public EntityProcessingResult process(Entity entity, JsonNode cache) {
        return spans.<EntityProcessingResult, RuntimeException>run(entity, () -> orchestrator.process(entity, cache));
    }
}
