// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.EVENTS;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.METRICS;
import static dev.understudy.backend.plugin.api.CoreServices.PERMISSIONS;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;
import static dev.understudy.catalog.backend.module.incremental.ingestion.IncrementalIngestionProviderExtensionPoint.INCREMENTAL_INGESTION_PROVIDERS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.BackendFeature;
import java.time.Clock;

/**
 * The catalog's module {@code incremental-ingestion-entity-provider}. Backstage counterpart: {@code
 * catalogModuleIncrementalIngestionEntityProvider}.
 */
public final class CatalogModuleIncrementalIngestionEntityProvider {
    private CatalogModuleIncrementalIngestionEntityProvider() {}

    public static BackendFeature feature() {
        return createBackendModule("catalog", "incremental-ingestion-entity-provider", reg -> {
            var added = new AddedProviders();
            reg.registerExtensionPoint(INCREMENTAL_INGESTION_PROVIDERS, added);
            var processing = reg.require(CATALOG_PROCESSING);
            var database = reg.require(DATABASE);
            var httpRouter = reg.require(HTTP_ROUTER);
            var logger = reg.require(LOGGER);
            var scheduler = reg.require(SCHEDULER);
            var events = reg.require(EVENTS);
            var metrics = reg.require(METRICS);
            var permissions = reg.require(PERMISSIONS);
            var httpAuth = reg.require(HTTP_AUTH);
            reg.registerInit(() -> {
                var services = new IngestionServices(
                        logger.get(), database.get(), scheduler.get(), events.get(), metrics.get());
                processing.get().addEntityProvider(added.wrap(services));
                var ingestions = IngestionDatabase.create(Sql.writing(database.get()), Clock.systemUTC());
                httpRouter
                        .get()
                        .use(new IncrementalProviderRouter(ingestions, permissions.get(), httpAuth.get(), logger.get())
                                .create());
            });
        });
    }
}
