// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;

import dev.understudy.backend.plugin.api.PluginServiceRef;

/** The refs of services that concern the catalog. */
public final class CatalogServiceRefs {
    /** Changes at hosts of source code, shared by all plugins of the backend. Backstage counterpart: {@code catalogScmEventsServiceRef}. */
    public static final PluginServiceRef<CatalogScmEventsService> CATALOG_SCM_EVENTS = createServiceRef(
                    "catalog.scm-events.alpha", CatalogScmEventsService.class)
            .withDefaultFactory(factory -> {
                var shared = factory.<CatalogScmEventsService>shared(root -> {
                    var logger = root.require(ROOT_LOGGER);
                    return () -> CatalogScmEventsService.inMemory(logger.get());
                });
                return shared::get;
            });

    private CatalogServiceRefs() {}
}
