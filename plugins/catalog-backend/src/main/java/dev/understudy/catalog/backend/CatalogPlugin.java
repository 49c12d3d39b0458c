// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.URL_READER;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_ANALYSIS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_LOCATIONS;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_MODEL;
import static dev.understudy.catalog.node.CatalogExtensionPoints.CATALOG_PROCESSING;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.processing.CatalogEvents;
import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.catalog.backend.service.AuthorizedEntitiesCatalog;
import dev.understudy.catalog.backend.service.CatalogAuthorizer;
import dev.understudy.catalog.backend.service.CatalogRouter;
import dev.understudy.catalog.backend.service.DefaultEntitiesCatalog;
import dev.understudy.catalog.backend.service.DefaultLocationQueries;
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
            var httpAuth = reg.require(HTTP_AUTH);
            var httpRouter = reg.require(HTTP_ROUTER);
            var lifecycle = reg.require(LIFECYCLE);

            reg.registerInit(() -> {
                var services = new CatalogServices(
                        config.get(),
                        logger.get(),
                        database.get(),
                        urlReader.get(),
                        ScmUrls.generic(),
                        CatalogEvents.NONE,
                        Clock.systemUTC());
                var catalog = new CatalogBuilder(services, extensions).build();
                httpRouter.get().use(router(database.get(), logger.get(), httpAuth.get()));
                lifecycle.get().addStartupHook(catalog.engine()::start);
                lifecycle.get().addShutdownHook(catalog.engine()::stop);
            });
        });
    }

    private static HttpRouter router(DatabaseService database, LoggerService logger, HttpAuthService httpAuth) {
        var authorizer = CatalogAuthorizer.withoutPolicy();
        var entities = AuthorizedEntitiesCatalog.create(DefaultEntitiesCatalog.create(database, logger), authorizer);
        return CatalogRouter.create(entities, DefaultLocationQueries.create(database), authorizer, httpAuth);
    }
}
