// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab.org;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.catalog.backend.module.gitlab.org.GitlabOrgEntityProviderTransformsExtensionPoint.GITLAB_ORG_ENTITY_PROVIDER_TRANSFORMS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.backend.module.gitlab.GitlabOrgDiscoveryEntityProvider;
import dev.understudy.catalog.node.EntityProvider;

/**
 * The catalog's module {@code gitlabOrgDiscoveryEntityProvider}: a provider of users and groups for each section of {@code
 * catalog.providers.gitlab} with {@code orgEnabled}. Backstage counterpart: {@code
 * catalogModuleGitlabOrgDiscoveryEntityProvider}.
 */
public final class CatalogModuleGitlabOrgDiscoveryEntityProvider {
    private CatalogModuleGitlabOrgDiscoveryEntityProvider() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "gitlabOrgDiscoveryEntityProvider", reg -> {
            var transformers = new ChosenTransformers();
            reg.registerExtensionPoint(GITLAB_ORG_ENTITY_PROVIDER_TRANSFORMS, transformers);
            var processing = reg.require(CATALOG_PROCESSING);
            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(LOGGER);
            var events = reg.require(EVENTS);
            var scheduler = reg.require(SCHEDULER);
            reg.registerInit(() -> processing
                    .get()
                    .addEntityProvider(GitlabOrgDiscoveryEntityProvider.fromConfig(
                                    config.get(),
                                    logger.get(),
                                    events.get(),
                                    scheduler.get(),
                                    transformers.transformers())
                            .toArray(EntityProvider[]::new)));
        });
    }
}
