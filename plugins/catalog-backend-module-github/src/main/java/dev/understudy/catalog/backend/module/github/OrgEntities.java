// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what a provider hands to the catalog of users and groups: each with the place where it is found at GitHub.
 *
 * @param organization the name in groups' URLs; without it, that in their slugs
 */
record OrgEntities(String locationKey, String host, Optional<String> organization) {
    EntityProviderMutation all(List<Entity> entities) {
        return EntityProviderMutation.full(deferred(entities));
    }

    EntityProviderMutation delta(List<Entity> added, List<Entity> removed) {
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

    /** An entity with its location; annotations that say something else are kept. */
    private Entity located(Entity entity) {
        var location = "url:https://" + host + "/" + path(entity);
        var copy = entity.json().deepCopy();
        var metadata = copy.withObject("/metadata");
        var annotations =
                metadata.path("annotations") instanceof ObjectNode object ? object : metadata.putObject("annotations");
        for (var name : List.of(EntityAnnotations.LOCATION, EntityAnnotations.ORIGIN_LOCATION)) {
            if (!annotations.has(name)) {
                annotations.put(name, location);
            }
        }
        return new Entity(copy);
    }

    private String path(Entity entity) {
        if (!entity.kind().equals("Group")) {
            return entity.annotation(DefaultTransformers.USER_LOGIN)
                    .filter(login -> !login.isEmpty())
                    .orElse(entity.name());
        }
        var slug = entity.annotation(DefaultTransformers.TEAM_SLUG).filter(text -> !text.isEmpty());
        var parts = slug.map(OrgEntities::parts);
        var owner = organization
                .or(() -> parts.map(List::getFirst))
                .orElse(entity.metadata().path("namespace").asString("undefined"));
        return "orgs/" + owner + "/teams/" + parts.map(List::getLast).orElse(entity.name());
    }

    private static List<String> parts(String slug) {
        var parts = List.of(slug.split("/", -1));
        if (parts.size() != 2) {
            throw new IllegalArgumentException(
                    "Github team slug '" + slug + "' was not in the expected format <organisation>/<team>");
        }
        return parts;
    }
}
