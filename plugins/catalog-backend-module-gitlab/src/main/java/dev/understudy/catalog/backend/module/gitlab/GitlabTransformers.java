// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.model.Entity;
import java.util.List;

/** What users and groups become. Immutable. */
public record GitlabTransformers(UserTransformer user, GroupTransformer groups, GroupNameTransformer groupName) {
    /** What is usual. */
    public static final GitlabTransformers DEFAULT = new GitlabTransformers(
            DefaultTransformers::user, DefaultTransformers::groups, DefaultTransformers::groupName);

    /** Makes an entity of a user. Thread-safe. Backstage counterpart of the same name. */
    @FunctionalInterface
    public interface UserTransformer {
        /**
         * @param host the host, as it is named in annotations
         * @param groupName names the groups that the user is a member of
         */
        Entity transform(GitlabUser user, String host, GitlabProviderConfig config, GroupNameTransformer groupName);
    }

    /** Makes entities of groups. Thread-safe. Backstage counterpart of the same name. */
    @FunctionalInterface
    public interface GroupTransformer {
        List<Entity> transform(List<GitlabGroup> groups, GitlabProviderConfig config, GroupNameTransformer groupName);
    }

    /** Names the entity of a group. Thread-safe. Backstage counterpart of the same name. */
    @FunctionalInterface
    public interface GroupNameTransformer {
        String name(GitlabGroup group, GitlabProviderConfig config);
    }
}
