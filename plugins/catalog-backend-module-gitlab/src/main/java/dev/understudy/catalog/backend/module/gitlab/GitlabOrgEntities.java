// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.ProvidedEntities;
import java.util.List;

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
        return provided().all(entities);
    }

    EntityProviderMutation delta(List<Entity> added, List<Entity> removed) {
        return provided().delta(added, removed);
    }

    private ProvidedEntities provided() {
        return new ProvidedEntities(providerName, entity -> baseUrl + "/" + path(entity));
    }

    private String path(Entity entity) {
        return entity.kind().equals("Group")
                ? entity.annotation(host + "/team-path").orElse("undefined")
                : entity.name();
    }
}
