// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.CoreServices.METRICS;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;

import dev.understudy.backend.plugin.api.Creator;
import dev.understudy.backend.plugin.api.PluginFactoryRegistration;

/** Gives all plugins of a backend the same service, and each its own counter. */
final class CatalogScmEventsServiceFactory {
    private CatalogScmEventsServiceFactory() {}

    static Creator<CatalogScmEventsService> declare(PluginFactoryRegistration factory) {
        var service = factory.<CatalogScmEventsService>shared(root -> {
            var logger = root.require(ROOT_LOGGER);
            return () -> CatalogScmEventsService.inMemory(logger.get());
        });
        var metrics = factory.require(METRICS);
        return () -> CountedScmEventsService.create(service.get(), metrics.get());
    }
}
