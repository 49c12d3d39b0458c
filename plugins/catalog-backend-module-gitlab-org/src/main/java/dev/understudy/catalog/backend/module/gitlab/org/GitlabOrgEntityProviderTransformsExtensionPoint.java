// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab.org;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers.GroupTransformer;
import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers.UserTransformer;

/** Changes what users and groups become. Backstage counterpart of the same name. */
public interface GitlabOrgEntityProviderTransformsExtensionPoint {
    ExtensionPoint<GitlabOrgEntityProviderTransformsExtensionPoint> GITLAB_ORG_ENTITY_PROVIDER_TRANSFORMS =
            createExtensionPoint(
                    "catalog.gitlabOrgEntityProvider", GitlabOrgEntityProviderTransformsExtensionPoint.class);

    /**
     * Replaces the transformer of users.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setUserTransformer(UserTransformer transformer);

    /**
     * Replaces the transformer of groups.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setGroupTransformer(GroupTransformer transformer);
}
