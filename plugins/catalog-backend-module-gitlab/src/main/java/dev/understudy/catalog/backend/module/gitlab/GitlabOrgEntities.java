// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Makes what a provider hands to the catalog: each entity with the place where it is found at GitLab. */
record GitlabOrgEntities(
        String providerName,
        String host,
        String baseUrl,
        GitlabProviderConfig config,
        GitlabTransformers transformers) {
    Entity user(GitlabUser user) {
        return transformers.user().transform(user, host, config, transformers.groupName());
    }

    List<Entity> groups(List<GitlabGroup> groups) {
        return transformers.groups().transform(groups, config, transformers.groupName());
    }

    String name(GitlabGroup group) {
        return transformers.groupName().name(group, config);
    }

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
                .map(entity -> DeferredEntity.of(located(entity), providerName))
                .toList();
    }

    /** An entity with its location; annotations that say something else are kept. */
    private Entity located(Entity entity) {
        var path = entity.kind().equals("Group")
                ? entity.annotation(host + "/team-path").orElse("undefined")
                : entity.name();
        var copy = entity.json().deepCopy();
        var metadata = copy.withObject("/metadata");
        var annotations =
                metadata.path("annotations") instanceof ObjectNode object ? object : metadata.putObject("annotations");
        for (var name : List.of(EntityAnnotations.LOCATION, EntityAnnotations.ORIGIN_LOCATION)) {
            if (!annotations.has(name)) {
                annotations.put(name, "url:" + baseUrl + "/" + path);
            }
        }
        return new Entity(copy);
    }
}
