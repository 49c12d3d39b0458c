// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.DISCOVERY;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;

import dev.understudy.backend.plugin.api.Creator;
import dev.understudy.backend.plugin.api.PluginFactoryRegistration;

/** Makes the catalog service of backends in which no other factory is installed. */
final class DefaultCatalogServiceFactory {
    private DefaultCatalogServiceFactory() {}

    static Creator<CatalogService> declare(PluginFactoryRegistration reg) {
        var auth = reg.require(AUTH);
        var discovery = reg.require(DISCOVERY);
        var lifecycle = reg.require(LIFECYCLE);
        return () -> {
            var service = new DefaultCatalogService(auth.get(), discovery.get());
            lifecycle.get().addShutdownHook(service::close);
            return service;
        };
    }
}
