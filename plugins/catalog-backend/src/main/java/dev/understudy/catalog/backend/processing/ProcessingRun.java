// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import static dev.understudy.catalog.backend.processing.DefaultCatalogProcessingOrchestrator.className;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntitySchemaValidator;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotAllowedException;

/** One entity on its way through the stages of processing. */
final class ProcessingRun {
    private final OrchestratorOptions options;
    private final Entity unprocessed;
    private final ProcessorOutputCollector collector;
    private final ProcessorCaches caches;
    private final String ref;
    private final LocationSpec location;
    private final LocationSpec originLocation;

    ProcessingRun(
            OrchestratorOptions options, Entity entity, ProcessorOutputCollector collector, ProcessorCaches caches) {
        checkEnvelope(entity);
        this.options = options;
        this.unprocessed = entity;
        this.collector = collector;
        this.caches = caches;
        this.ref = entity.ref().stringify();
        this.location = LocationSpec.of(LocationRef.parse(EntityLocations.location(entity)));
        this.originLocation = EntityLocations.origin(entity);
    }

    private static void checkEnvelope(Entity entity) {
        try {
            EntitySchemaValidator.ENVELOPE.check(entity.json());
        } catch (RuntimeException invalid) {
            throw new InputException("Entity envelope failed validation before processing", invalid);
        }
    }

    Entity run() throws Exception {
        var spans = options.spans();
        var preProcessed = spans.<Entity, Exception>stage("preProcess", unprocessed, () -> preProcess(unprocessed));
        var entity =
                spans.<Entity, RuntimeException>stage("enforcePolicy", preProcessed, () -> enforcePolicy(preProcessed));
        spans.<Boolean, Exception>stage("validate", entity, () -> validate(entity));
        if (entity.kind().equals("Location")) {
            var reading = new LocationReading(options, location, collector, caches);
            spans.<Boolean, Exception>stage("readLocation", entity, () -> reading.read(entity));
        }
        var completed = spans.<Entity, Exception>stage("postProcessEntity", entity, () -> postProcess(entity));
        enforceRules();
        return completed;
    }

    private Entity preProcess(Entity entity) throws Exception {
        var result = entity;
        for (var processor : options.processors()) {
            try {
                var input = result;
                result = options.spans()
                        .<Entity, Exception>step(
                                "preProcessEntity",
                                processor,
                                entity,
                                () -> processor.preProcessEntity(
                                        input,
                                        location,
                                        collector.forProcessor(processor.name()),
                                        originLocation,
                                        caches.forProcessor(processor.name())));
            } catch (Exception failure) {
                throw failed(processor, "preprocessing", failure);
            }
        }
        return result;
    }

    private Entity enforcePolicy(Entity entity) {
        try {
            return options.policy()
                    .enforce(entity)
                    .orElseThrow(() -> new IllegalStateException("Policy unexpectedly returned no data for "
                            + entity.ref().stringify()));
        } catch (RuntimeException failure) {
            throw new InputException("Policy check failed for " + entity.ref().stringify(), failure);
        }
    }

    private boolean validate(Entity entity) throws Exception {
        if (!entity.ref().stringify().equals(ref)) {
            throw new ConflictException("Fatal: The entity kind, namespace, or name changed during processing");
        }
        try {
            EntitySchemaValidator.ENTITY.check(entity.json());
        } catch (RuntimeException invalid) {
            throw new ConflictException(
                    "Entity envelope for " + ref + " failed validation after preprocessing", invalid);
        }
        if (!isKnownKind(entity)) {
            throw new InputException("No processor recognized the entity " + ref
                    + " as valid, possibly caused by a foreign kind or apiVersion");
        }
        return true;
    }

    private boolean isKnownKind(Entity entity) throws Exception {
        var known = false;
        for (var processor : options.processors()) {
            try {
                known |= options.spans()
                        .<Boolean, Exception>step(
                                "validateEntityKind", processor, entity, () -> processor.validateEntityKind(entity));
            } catch (Exception failure) {
                throw failed(processor, "validating the entity " + ref, failure);
            }
        }
        return known;
    }

    private Entity postProcess(Entity entity) throws Exception {
        var result = entity;
        for (var processor : options.processors()) {
            try {
                var input = result;
                result = options.spans()
                        .<Entity, Exception>step(
                                "postProcessEntity",
                                processor,
                                entity,
                                () -> processor.postProcessEntity(
                                        input,
                                        location,
                                        collector.forProcessor(processor.name()),
                                        caches.forProcessor(processor.name())));
            } catch (Exception failure) {
                throw failed(processor, "postprocessing", failure);
            }
        }
        return result;
    }

    private void enforceRules() {
        collector.finish();
        collector.disallowed().ifPresent(disallowed -> {
            throw new NotAllowedException("Entity " + disallowed + " at " + location.stringify() + ", originated at "
                    + originLocation.stringify() + ", is not of an allowed kind for that location");
        });
    }

    static Exception failed(CatalogProcessor processor, String activity, Exception failure) {
        if (failure instanceof InterruptedException) {
            return failure;
        }
        return new InputException("Processor " + className(processor) + " threw an error while " + activity, failure);
    }
}
