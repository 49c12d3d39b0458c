// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.catalog.backend.module.github.TeamTransformer;
import dev.understudy.catalog.backend.module.github.UserTransformer;

/** Changes what users and teams become. Backstage counterpart of the same name. */
public interface GithubOrgEntityProviderTransformsExtensionPoint {
    ExtensionPoint<GithubOrgEntityProviderTransformsExtensionPoint> GITHUB_ORG_ENTITY_PROVIDER_TRANSFORMS =
            createExtensionPoint(
                    "catalog.githubOrgEntityProvider", GithubOrgEntityProviderTransformsExtensionPoint.class);

    /**
     * Replaces the transformer of users.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setUserTransformer(UserTransformer transformer);

    /**
     * Replaces the transformer of teams.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setTeamTransformer(TeamTransformer transformer);
}
