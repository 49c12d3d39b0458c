// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;

/** Applies what a provider makes of events, and keeps the books so that the next ingestion knows of it. */
record IngestionEvents(
        String providerName,
        IncrementalEventHandler handler,
        IngestionDatabase database,
        EntityProviderConnection connection,
        LoggerService logger) {

    void onEvent(EventParams event) throws Exception {
        var named = "incremental-engine: " + providerName + " ";
        logger.debug(named + "received " + event.topic() + " event");
        switch (handler.onEvent(event)) {
            case IncrementalEventHandler.Result.Ignored _ ->
                logger.debug(named + "ignored event from topic '" + event.topic() + "'");
            case IncrementalEventHandler.Result.Delta delta -> {
                record(delta, named);
                connection.applyMutation(EntityProviderMutation.delta(
                        delta.added(),
                        delta.removed().stream()
                                .map(EntityProviderMutation.Removal::of)
                                .toList()));
                logger.debug(named + "processed delta from '" + event.topic() + "' event");
            }
        }
    }

    private void record(IncrementalEventHandler.Result.Delta delta, String named) {
        if (!delta.added().isEmpty()) {
            database.records()
                    .current(providerName)
                    .ifPresentOrElse(
                            ingestion -> recordAdded(ingestion, delta),
                            () -> logger.debug(
                                    named + "skipping delta addition because incremental ingestion is restarting."));
        }
        if (!delta.removed().isEmpty()) {
            database.marks().removeEntities(delta.removed());
        }
    }

    private void recordAdded(IngestionRecord ingestion, IncrementalEventHandler.Result.Delta delta) {
        var marks = database.marks();
        var mark = ingestion.status().equals("resting") ? marks.last(ingestion.id()) : marks.first(ingestion.id());
        marks.addEntities(
                mark.orElseThrow(() -> new IllegalStateException("Cannot apply delta, page records are missing! Please"
                                + " re-run incremental ingestion for " + providerName + "."))
                        .id(),
                delta.added().stream()
                        .map(deferred -> deferred.entity().ref().stringify())
                        .toList());
    }
}
