// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.ProvidedEntities;
import java.util.List;
import java.util.Optional;

/**
 * Makes what a provider hands to the catalog of users and groups: each with the place where it is found at GitHub.
 *
 * @param organization the name in groups' URLs; without it, that in their slugs
 */
record OrgEntities(String locationKey, String host, Optional<String> organization) {
    EntityProviderMutation all(List<Entity> entities) {
        return provided().all(entities);
    }

    EntityProviderMutation delta(List<Entity> added, List<Entity> removed) {
        return provided().delta(added, removed);
    }

    private ProvidedEntities provided() {
        return new ProvidedEntities(locationKey, entity -> "https://" + host + "/" + path(entity));
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
