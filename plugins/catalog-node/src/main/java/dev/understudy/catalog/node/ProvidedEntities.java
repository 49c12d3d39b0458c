// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what a provider hands to the catalog of entities that stand in no file: each with the place where it is found.
 *
 * @param locationKey tells the provider from others
 * @param url the place of an entity, for those that do not say where they are
 */
public record ProvidedEntities(String locationKey, Function<Entity, String> url) {
    /** All that the provider has. */
    public EntityProviderMutation all(List<Entity> entities) {
        return EntityProviderMutation.full(deferred(entities));
    }

    /** What has changed. */
    public EntityProviderMutation delta(List<Entity> added, List<Entity> removed) {
        return EntityProviderMutation.delta(
                deferred(added),
                deferred(removed).stream()
                        .map(EntityProviderMutation.Removal::of)
                        .toList());
    }

    private List<DeferredEntity> deferred(List<Entity> entities) {
        return entities.stream()
                .map(entity -> DeferredEntity.of(located(entity), locationKey))
                .toList();
    }

    private Entity located(Entity entity) {
        var copy = entity.json().deepCopy();
        var metadata = copy.withObject("/metadata");
        var annotations =
                metadata.path("annotations") instanceof ObjectNode object ? object : metadata.putObject("annotations");
        var location = "url:" + url.apply(entity);
        for (var name : List.of(EntityAnnotations.LOCATION, EntityAnnotations.ORIGIN_LOCATION)) {
            if (!annotations.has(name)) {
                annotations.put(name, location);
            }
        }
        return new Entity(copy);
    }
}
