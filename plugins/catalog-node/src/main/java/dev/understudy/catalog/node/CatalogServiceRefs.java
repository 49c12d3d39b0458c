// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;

import dev.understudy.backend.plugin.api.PluginServiceRef;

/** The refs of services that concern the catalog. */
public final class CatalogServiceRefs {
    /**
     * Changes at hosts of source code, shared by all plugins of the backend. Backstage counterpart: {@code
     * catalogScmEventsServiceRef}.
     */
    public static final PluginServiceRef<CatalogScmEventsService> CATALOG_SCM_EVENTS = createServiceRef(
                    "catalog.scm-events.alpha", CatalogScmEventsService.class)
            .withDefaultFactory(CatalogScmEventsServiceFactory::declare);

    private CatalogServiceRefs() {}
}
