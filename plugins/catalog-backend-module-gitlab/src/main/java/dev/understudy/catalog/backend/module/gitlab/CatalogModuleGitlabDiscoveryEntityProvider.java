// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG_SCM_EVENTS;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.ScmEventsBridge;

/**
 * The catalog's module {@code gitlab-discovery-entity-provider}: projects with catalog files, and events. Backstage
 * counterpart: {@code catalogModuleGitlabDiscoveryEntityProvider}.
 */
public final class CatalogModuleGitlabDiscoveryEntityProvider {
    private CatalogModuleGitlabDiscoveryEntityProvider() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "gitlab-discovery-entity-provider", reg -> {
            var processing = reg.require(CATALOG_PROCESSING);
            var scmEvents = reg.require(CATALOG_SCM_EVENTS);
            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(LOGGER);
            var events = reg.require(EVENTS);
            var scheduler = reg.require(SCHEDULER);
            var lifecycle = reg.require(LIFECYCLE);
            reg.registerInit(() -> {
                processing
                        .get()
                        .addEntityProvider(GitlabDiscoveryEntityProvider.fromConfig(
                                        config.get(), logger.get(), events.get(), scheduler.get())
                                .toArray(EntityProvider[]::new));
                var bridge = new ScmEventsBridge(new GitlabWebhooks(), events.get(), scmEvents.get(), logger.get());
                lifecycle.get().addStartupHook(bridge::start);
                lifecycle.get().addShutdownHook(bridge::stop);
            });
        });
    }
}
