// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.CACHE;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.catalog.backend.module.github.org.GithubOrgEntityProviderTransformsExtensionPoint.GITHUB_ORG_ENTITY_PROVIDER_TRANSFORMS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.backend.module.github.DefaultTransformers;
import dev.understudy.catalog.backend.module.github.GithubMultiOrgEntityProvider;
import dev.understudy.catalog.backend.module.github.GithubOrgOptions;
import java.util.Optional;

/**
 * The catalog's module {@code github-org-entity-provider}: a provider for each section of {@code
 * catalog.providers.githubOrg}. Backstage counterpart: {@code catalogModuleGithubOrgEntityProvider}.
 */
public final class CatalogModuleGithubOrgEntityProvider {
    private CatalogModuleGithubOrgEntityProvider() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "github-org-entity-provider", reg -> {
            var transformers = new ChosenTransformers();
            reg.registerExtensionPoint(GITHUB_ORG_ENTITY_PROVIDER_TRANSFORMS, transformers);
            var processing = reg.require(CATALOG_PROCESSING);
            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(LOGGER);
            var events = reg.require(EVENTS);
            var scheduler = reg.require(SCHEDULER);
            var cache = reg.require(CACHE);
            reg.registerInit(() -> {
                var definitions = GithubOrgDefinition.readAll(config.get());
                for (var definition : definitions) {
                    var options = new GithubOrgOptions(
                            definition.id(),
                            logger.get(),
                            events.get(),
                            Optional.of(scheduler.get().createScheduledTaskRunner(definition.schedule())),
                            transformers
                                    .user()
                                    .orElseGet(() -> definition.useVerifiedEmails()
                                            ? DefaultTransformers.userWithVerifiedEmail()
                                            : DefaultTransformers.user()),
                            transformers.team(),
                            definition.pageSizes(),
                            definition.excludeSuspendedUsers(),
                            definition.checkSuspendedUsersWithRest(),
                            Optional.of(cache.get()));
                    processing
                            .get()
                            .addEntityProvider(
                                    new GithubOrgEntityCleanerProvider(definition.id(), logger.get()),
                                    GithubMultiOrgEntityProvider.fromConfig(
                                            config.get(),
                                            definition.githubUrl(),
                                            definition.orgs(),
                                            definitions.size() == 1
                                                    && definition.orgs().size() == 1,
                                            options));
                }
            });
        });
    }
}
