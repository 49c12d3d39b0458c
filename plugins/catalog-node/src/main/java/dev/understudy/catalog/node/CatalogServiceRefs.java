// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.DISCOVERY;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;

import dev.understudy.backend.plugin.api.PluginServiceRef;

/** The services that the catalog offers to plugins. */
public final class CatalogServiceRefs {
    /** The catalog; over HTTP unless another factory is installed. Backstage counterpart: {@code catalogServiceRef}. */
    public static final PluginServiceRef<CatalogService> CATALOG = createServiceRef(
                    "catalog-client", CatalogService.class)
            .withDefaultFactory(reg -> {
                var auth = reg.require(AUTH);
                var discovery = reg.require(DISCOVERY);
                var lifecycle = reg.require(LIFECYCLE);
                return () -> {
                    var service = new DefaultCatalogService(auth.get(), discovery.get());
                    lifecycle.get().addShutdownHook(service::close);
                    return service;
                };
            });

    private CatalogServiceRefs() {}
}
