// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** Runs entities through the processors it is given, in their order. Backstage counterpart of the same name. */
public final class DefaultCatalogProcessingOrchestrator implements CatalogProcessingOrchestrator {
    private final OrchestratorOptions options;
    private final LoggerService logger;

    public DefaultCatalogProcessingOrchestrator(OrchestratorOptions options, LoggerService logger) {
        this.options = options;
        this.logger = logger;
    }

    @Override
    public EntityProcessingResult process(Entity entity, JsonNode cache) {
        var collector = new ProcessorOutputCollector(
                logger, entity, found -> options.rulesEnforcer().isAllowed(found, EntityLocations.origin(entity)));
        var caches = new ProcessorCaches(cache);
        try {
            var completed = new ProcessingRun(options, entity, collector, caches).run();
            var errors = collector.finish();
            return errors.isEmpty()
                    ? completed(completed, collector, caches)
                    : new EntityProcessingResult.Failed(errors);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(collector, new InputException("Processing was interrupted", stopped));
        } catch (Exception failure) {
            return failed(collector, failure);
        } catch (StackOverflowError failure) {
            return failed(collector, new InputException("The entity is nested too deeply", failure));
        }
    }

    private static EntityProcessingResult completed(
            Entity entity, ProcessorOutputCollector collector, ProcessorCaches caches) {
        return new EntityProcessingResult.Completed(
                entity, collector.deferredEntities(), collector.relations(), collector.refreshKeys(), caches.collect());
    }

    private static EntityProcessingResult failed(ProcessorOutputCollector collector, Throwable failure) {
        var errors = new ArrayList<Throwable>(collector.finish());
        errors.add(failure);
        return new EntityProcessingResult.Failed(errors);
    }

    /** The names of the processors' classes are part of messages that people see. */
    static String className(CatalogProcessor processor) {
        var name = processor.getClass().getSimpleName();
        return name.isEmpty() ? processor.name() : name;
    }
}
