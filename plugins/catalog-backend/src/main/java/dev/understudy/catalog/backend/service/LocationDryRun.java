// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.database.UnprocessedEntity;
import dev.understudy.catalog.backend.processing.CatalogProcessingOrchestrator;
import dev.understudy.catalog.backend.processing.EntityProcessingResult;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.InputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Finds out which entities a location would bring, without storing anything. */
final class LocationDryRun {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CatalogProcessingOrchestrator orchestrator;

    LocationDryRun(CatalogProcessingOrchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    /**
     * The location's own entity and all that it leads to.
     *
     * @throws InputException when one of them cannot be read, or comes up twice
     */
    List<Entity> run(LocationSpec location) {
        var entities = new ArrayList<Entity>();
        var seen = new HashSet<String>();
        Deque<Entity> unprocessed = new ArrayDeque<>();
        unprocessed.push(entity(location));
        while (!unprocessed.isEmpty()) {
            var completed = process(unprocessed.pop());
            var entity = completed.completedEntity();
            if (!seen.add(entity.ref().stringify())) {
                throw new InputException(
                        "Duplicate nested entity: " + entity.ref().stringify());
            }
            completed.deferredEntities().stream().map(UnprocessedEntity::entity).forEach(unprocessed::push);
            entities.add(entity);
        }
        return entities;
    }

    private EntityProcessingResult.Completed process(Entity entity) {
        return switch (orchestrator.process(entity, MissingNode.getInstance())) {
            case EntityProcessingResult.Completed completed -> completed;
            case EntityProcessingResult.Failed(var errors) ->
                throw new InputException(
                        errors.stream().map(ErrorNames::describe).collect(Collectors.joining(", ")));
        };
    }

    private static Entity entity(LocationSpec location) {
        var ref = location.type() + ":" + location.target();
        var json = NODES.objectNode().put("apiVersion", "backstage.io/v1alpha1").put("kind", "Location");
        json.putObject("metadata")
                .put("name", LocationEntities.name(location))
                .put("namespace", Entity.DEFAULT_NAMESPACE)
                .set(
                        "annotations",
                        NODES.objectNode()
                                .put(EntityAnnotations.LOCATION, ref)
                                .put(EntityAnnotations.ORIGIN_LOCATION, ref));
        json.putObject("spec").put("type", location.type()).put("target", location.target());
        return new Entity(json);
    }
}
