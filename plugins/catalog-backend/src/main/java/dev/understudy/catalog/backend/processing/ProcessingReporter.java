// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService.ContextFunction;
import dev.understudy.catalog.backend.database.RefreshStateItem;
import dev.understudy.catalog.backend.processing.ProcessingInstruments.Result;
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
    private final ProcessingInstruments instruments;
    private final ProcessingSpans spans;

    public ProcessingReporter(
            LoggerService logger,
            CatalogEvents events,
            ProcessingErrorHandler errorHandler,
            Clock clock,
            MetricsService metrics,
            ProcessingSpans spans) {
        this.logger = logger;
        this.events = events;
        this.errorHandler = errorHandler;
        this.clock = clock;
        this.instruments = new ProcessingInstruments(metrics);
        this.spans = spans;
    }

    List<RefreshStateItem> claiming(ContextFunction<List<RefreshStateItem>, RuntimeException> claim) {
        return spans.loop(claim);
    }

    void started(RefreshStateItem item) {
        instruments.started(item);
        logger.debug("Processing " + item.entityRef());
    }

    void claimFailed(RuntimeException failure) {
        logger.warn("Failed to load processing items", failure);
    }

    void processed(RefreshStateItem item, EntityProcessingResult result) {
        instruments.processorsCompleted(item, result);
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
        instruments.ended(item, Result.FAILED);
        logger.warn("Processing of " + item.entityRef() + " failed", failure);
    }

    /** Tells of items that were written together. */
    void written(List<ProcessedItem> items, WriteReport report) {
        report.failures().forEach(failed -> failed(List.of(failed.item()), failed.failure()));
        report.conflicts().forEach(this::conflict);
        report.newlyFailedItems().forEach(this::newlyFailed);
        report.changedItems().forEach(item -> instruments.ended(item.item(), Result.CHANGED));
        items.forEach(item -> instruments.ended(item.item(), Result.UNCHANGED));
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
        instruments.ended(item.item(), Result.ERRORS);
        try {
            errorHandler.onProcessingError(
                    item.item().unprocessedEntity(), item.result().errors());
        } catch (Exception failure) {
            logger.debug("Processing error listener threw an exception, " + ErrorNames.describe(failure));
        }
    }
}
