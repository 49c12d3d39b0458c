// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.ACTIONS_REGISTRY;
import static dev.understudy.backend.plugin.api.CoreServices.AUDITOR;
import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.METRICS;
import static dev.understudy.backend.plugin.api.CoreServices.PERMISSIONS;
import static dev.understudy.backend.plugin.api.CoreServices.PERMISSIONS_REGISTRY;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.backend.plugin.api.CoreServices.TRACING;
import static dev.understudy.backend.plugin.api.CoreServices.URL_READER;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_ANALYSIS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_LOCATIONS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_MODEL;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG_SCM_EVENTS;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.catalog.backend.actions.CatalogActions;
import dev.understudy.catalog.backend.database.ProcessingInterval;
import dev.understudy.catalog.backend.service.CatalogRouter;
import dev.understudy.integration.ScmIntegrations;
import java.time.Clock;

/** The catalog, at {@code /api/catalog}. Backstage counterpart: {@code @backstage/plugin-catalog-backend}. */
public final class CatalogPlugin {
    private CatalogPlugin() {}

    public static BackendFeature feature() {
        return createBackendPlugin("catalog", reg -> {
            var extensions = new CatalogExtensions();
            reg.registerExtensionPointPerModule(CATALOG_PROCESSING, extensions::processing);
            reg.registerExtensionPoint(CATALOG_ANALYSIS, extensions);
            reg.registerExtensionPoint(CATALOG_MODEL, extensions);
            reg.registerExtensionPoint(CATALOG_LOCATIONS, extensions);

            var config = reg.require(ROOT_CONFIG);
            var logger = reg.require(LOGGER);
            var database = reg.require(DATABASE);
            var urlReader = reg.require(URL_READER);
            var scheduler = reg.require(SCHEDULER);
            var metrics = reg.require(METRICS);
            var tracing = reg.require(TRACING);
            var events = reg.require(EVENTS);
            var scmEvents = reg.require(CATALOG_SCM_EVENTS);
            var permissions = reg.require(PERMISSIONS);
            var permissionsRegistry = reg.require(PERMISSIONS_REGISTRY);
            var auth = reg.require(AUTH);
            var httpAuth = reg.require(HTTP_AUTH);
            var auditor = reg.require(AUDITOR);
            var httpRouter = reg.require(HTTP_ROUTER);
            var lifecycle = reg.require(LIFECYCLE);
            var actionsRegistry = reg.require(ACTIONS_REGISTRY);
            var catalogService = reg.require(CATALOG);

            reg.registerInit(() -> {
                var model = ModelSources.read(extensions.modelSources(), logger.get());
                var integrations = ScmIntegrations.fromConfig(config.get());
                var services = new CatalogServices(
                        config.get(),
                        logger.get(),
                        database.get(),
                        urlReader.get(),
                        new IntegrationUrls(integrations),
                        new PublishedCatalogEvents(events.get(), logger.get()),
                        scmEvents.get(),
                        scheduler.get(),
                        metrics.get(),
                        tracing.get(),
                        Clock.systemUTC());
                ScmEventMessages.count(scmEvents.get(), metrics.get());
                var requests = new RequestServices(
                        permissions.get(), permissionsRegistry.get(), auth.get(), httpAuth.get(), auditor.get());
                var catalog = new CatalogBuilder(services, extensions, model).build();
                httpRouter
                        .get()
                        .use(CatalogRouter.create(
                                new RouterAssembly(services, requests, extensions, integrations).options(catalog)));
                CatalogActions.register(actionsRegistry.get(), catalogService.get(), config.get(), model);
                if (ProcessingInterval.isEnabled(config.get())) {
                    lifecycle.get().addStartupHook(catalog.engine()::start);
                    lifecycle.get().addShutdownHook(catalog.engine()::stop);
                }
            });
        });
    }
}
