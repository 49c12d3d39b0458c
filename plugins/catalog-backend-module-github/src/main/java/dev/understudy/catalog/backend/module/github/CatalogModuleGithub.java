// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.DISCOVERY;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_ANALYSIS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG_SCM_EVENTS;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.ScmEventsBridge;
import dev.understudy.integration.ScmIntegrations;

/**
 * The catalog's module {@code github}: repositories with catalog files, the analysis of repositories that somebody wants to
 * register, and events. Backstage counterpart: {@code githubCatalogModule}.
 */
public final class CatalogModuleGithub {
    private CatalogModuleGithub() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "github", reg -> {
            var analysis = reg.require(CATALOG_ANALYSIS);
            var processing = reg.require(CATALOG_PROCESSING);
            var scmEvents = reg.require(CATALOG_SCM_EVENTS);
            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(LOGGER);
            var events = reg.require(EVENTS);
            var scheduler = reg.require(SCHEDULER);
            var auth = reg.require(AUTH);
            var discovery = reg.require(DISCOVERY);
            var lifecycle = reg.require(LIFECYCLE);
            reg.registerInit(() -> {
                var http = GithubHttp.create(logger.get());
                var hosts = GithubHosts.create(http, ScmIntegrations.fromConfig(config.get()));
                var dryRun = new LocationDryRun(http.client(), discovery.get(), auth.get());
                analysis.get().addScmLocationAnalyzer(new GithubLocationAnalyzer(hosts, dryRun));
                processing
                        .get()
                        .addEntityProvider(GithubEntityProvider.fromConfig(
                                        config.get(), logger.get(), events.get(), scheduler.get(), http)
                                .toArray(EntityProvider[]::new));
                var bridge =
                        new ScmEventsBridge(new GithubWebhooks(hosts), events.get(), scmEvents.get(), logger.get());
                lifecycle.get().addStartupHook(bridge::start);
                lifecycle.get().addShutdownHook(bridge::stop);
            });
        });
    }
}
