// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;

import dev.understudy.backend.plugin.api.PluginServiceRef;

/** The services that the catalog offers to plugins. */
public final class CatalogServiceRefs {
    /** The catalog; over HTTP unless another factory is installed. Backstage counterpart: {@code catalogServiceRef}. */
    public static final PluginServiceRef<CatalogService> CATALOG = createServiceRef(
                    "catalog-client", CatalogService.class)
            .withDefaultFactory(DefaultCatalogServiceFactory::declare);

    /**
     * Changes at hosts of source code, shared by all plugins of the backend. Backstage counterpart: {@code
     * catalogScmEventsServiceRef}.
     */
    public static final PluginServiceRef<CatalogScmEventsService> CATALOG_SCM_EVENTS = createServiceRef(
                    "catalog.scm-events.alpha", CatalogScmEventsService.class)
            .withDefaultFactory(CatalogScmEventsServiceFactory::declare);

    private CatalogServiceRefs() {}
}
