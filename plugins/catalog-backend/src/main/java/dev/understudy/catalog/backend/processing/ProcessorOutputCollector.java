// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.database.UnprocessedEntity;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.EntityRelationSpec;
import dev.understudy.catalog.model.EntitySchemaValidator;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.catalog.node.CatalogProcessorResult.EntityResult;
import dev.understudy.catalog.node.CatalogProcessorResult.ErrorResult;
import dev.understudy.catalog.node.CatalogProcessorResult.LocationKey;
import dev.understudy.catalog.node.CatalogProcessorResult.LocationResult;
import dev.understudy.catalog.node.CatalogProcessorResult.RefreshResult;
import dev.understudy.catalog.node.CatalogProcessorResult.RelationResult;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.errors.ErrorNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what processors emit in one run of one entity, from whatever thread. */
final class ProcessorOutputCollector {
    private final LoggerService logger;
    private final Entity parent;
    private final String parentRef;
    private final Predicate<Entity> isAllowed;
    private final List<Throwable> errors = new ArrayList<>();
    private final List<EntityRelationSpec> relations = new ArrayList<>();
    private final List<UnprocessedEntity> deferredEntities = new ArrayList<>();
    private final List<String> refreshKeys = new ArrayList<>();
    private Optional<String> disallowed = Optional.empty();
    private boolean done;

    /**
     * @param isAllowed whether the parent may lead to an entity
     */
    ProcessorOutputCollector(LoggerService logger, Entity parent, Predicate<Entity> isAllowed) {
        this.logger = logger;
        this.isAllowed = isAllowed;
        this.parent = parent;
        this.parentRef = parent.ref().stringify();
    }

    CatalogProcessorEmit generic() {
        return result -> receive(Optional.empty(), result);
    }

    CatalogProcessorEmit forProcessor(String name) {
        return result -> receive(Optional.of(name), result);
    }

    /** Stops collecting: who emits later comes too late. */
    synchronized List<Throwable> finish() {
        done = true;
        return List.copyOf(errors);
    }

    List<UnprocessedEntity> deferredEntities() {
        return deferredEntities;
    }

    /** The first of the entities that the parent may not lead to. */
    synchronized Optional<String> disallowed() {
        return disallowed;
    }

    List<EntityRelationSpec> relations() {
        return relations;
    }

    List<String> refreshKeys() {
        return refreshKeys;
    }

    private synchronized void receive(Optional<String> processor, CatalogProcessorResult result) {
        if (done) {
            logger(processor)
                    .warn(
                            "Item of type \"" + typeOf(result) + "\" was emitted after processing had completed",
                            new IllegalStateException("Emitted too late"));
            return;
        }
        switch (result) {
            case EntityResult entity -> receive(processor, entity);
            case LocationResult(var location) -> receive(location);
            case RelationResult(var relation) -> relations.add(relation);
            case RefreshResult(var key) -> refreshKeys.add(key);
            case ErrorResult(var _, var error) -> errors.add(error);
        }
    }

    private void receive(LocationSpec location) {
        var entity = LocationEntities.createChild(location, parent);
        add(DeferredEntity.of(entity, EntityLocations.location(entity)));
    }

    private void receive(Optional<String> processor, EntityResult result) {
        var location = result.location().stringify();
        var entity = result.entity();
        try {
            EntitySchemaValidator.ENVELOPE.check(entity.json());
        } catch (RuntimeException invalid) {
            logger(processor).debug("Envelope validation failed at " + location + ", " + ErrorNames.describe(invalid));
            errors.add(invalid);
            return;
        }
        var ref = entity.ref().stringify();
        if (ref.equals(parentRef)) {
            logger(processor)
                    .warn("Ignored emitted entity " + ref + " whose ref was identical to the one being processed."
                            + " This commonly indicates mistakenly emitting the input entity instead of returning it.");
            return;
        }
        var annotations = entity.metadata().path("annotations");
        if (!annotations.isObject() && isTruthy(annotations)) {
            errors.add(new IllegalArgumentException("metadata.annotations must be a valid object"));
            return;
        }
        add(new DeferredEntity(annotate(entity, annotations, location), key(result, location)));
    }

    private void add(DeferredEntity deferred) {
        var entity = UnprocessedEntity.of(deferred);
        if (disallowed.isEmpty() && !isAllowed.test(deferred.entity())) {
            disallowed = Optional.of(entity.ref());
        }
        deferredEntities.add(entity);
    }

    private static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case STRING -> !value.stringValue().isEmpty();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0;
            default -> true;
        };
    }

    private static Optional<String> key(EntityResult result, String location) {
        return switch (result.locationKey()) {
            case LocationKey.OfLocation() -> Optional.of(location);
            case LocationKey.Given(var key) -> key;
        };
    }

    private Entity annotate(Entity entity, JsonNode annotations, String location) {
        var annotated = entity.json().objectNode();
        if (annotations instanceof ObjectNode object) {
            annotated.setAll(object);
        }
        annotated
                .put(EntityAnnotations.ORIGIN_LOCATION, EntityLocations.originLocation(parent))
                .put(EntityAnnotations.LOCATION, location);
        var metadata = entity.json().objectNode().setAll((ObjectNode) entity.metadata());
        metadata.set("annotations", annotated);
        var json = entity.json().objectNode().setAll(entity.json());
        json.set("metadata", metadata);
        return new Entity(json);
    }

    private LoggerService logger(Optional<String> processor) {
        return processor.map(name -> logger.child(Map.of("processor", name))).orElse(logger);
    }

    private static String typeOf(CatalogProcessorResult result) {
        return switch (result) {
            case EntityResult _ -> "entity";
            case LocationResult _ -> "location";
            case RelationResult _ -> "relation";
            case RefreshResult _ -> "refresh";
            case ErrorResult _ -> "error";
        };
    }
}
