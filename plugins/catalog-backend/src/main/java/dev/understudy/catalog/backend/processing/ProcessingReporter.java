// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.CatalogTopics;
import dev.understudy.catalog.node.ProcessingErrorHandler;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Logs and publishes what happens while entities are processed. */
public final class ProcessingReporter {
    private final LoggerService logger;
    private final CatalogEvents events;
    private final ProcessingErrorHandler errorHandler;
    private final Clock clock;

    public ProcessingReporter(
            LoggerService logger, CatalogEvents events, ProcessingErrorHandler errorHandler, Clock clock) {
        this.logger = logger;
        this.events = events;
        this.errorHandler = errorHandler;
        this.clock = clock;
    }

    void started(RefreshStateItem item) {
        logger.debug("Processing " + item.entityRef());
    }

    void claimFailed(RuntimeException failure) {
        logger.warn("Failed to load processing items", failure);
    }

    void processed(RefreshStateItem item, EntityProcessingResult result) {
        if (result.errors().isEmpty()) {
            return;
        }
        var payload = JsonNodeFactory.instance.objectNode().put("entity", item.entityRef());
        item.unprocessedEntity()
                .annotation(EntityAnnotations.LOCATION)
                .ifPresent(location -> payload.put("location", location));
        payload.set("errors", Json.mapper().readTree(ErrorJson.serialize(result.errors())));
        events.publish(CatalogTopics.ERRORS, payload);
    }

    void failed(List<ProcessedItem> items, RuntimeException failure) {
        items.forEach(item -> failed(item.item(), failure));
    }

    void failed(RefreshStateItem item, Throwable failure) {
        logger.warn("Processing of " + item.entityRef() + " failed", failure);
    }

    void written(WriteReport report) {
        report.failures().forEach(failed -> failed(List.of(failed.item()), failed.failure()));
        report.conflicts().forEach(this::conflict);
        report.newlyFailedItems().forEach(this::newlyFailed);
    }

    private void conflict(WriteReport.Conflict conflict) {
        var newKey = conflict.newKey().isEmpty() ? "undefined" : conflict.newKey();
        logger.warn("Detected conflicting entityRef " + conflict.entityRef() + " already referenced by "
                + conflict.existingKey() + " and now also " + newKey);
        if (!conflict.newKey().isEmpty()) {
            var payload = JsonNodeFactory.instance.objectNode();
            payload.set("unprocessedEntity", conflict.entity().json());
            payload.put("entityRef", conflict.entityRef())
                    .put("newLocationKey", conflict.newKey())
                    .put("existingLocationKey", conflict.existingKey())
                    .put("lastConflictAt", clock.instant().toString());
            events.publish(CatalogTopics.CONFLICTS, payload);
        }
    }

    private void newlyFailed(ProcessedItem item) {
        try {
            errorHandler.onProcessingError(
                    item.item().unprocessedEntity(), item.result().errors());
        } catch (Exception failure) {
            logger.debug("Processing error listener threw an exception, " + ErrorNames.describe(failure));
        }
    }
}
