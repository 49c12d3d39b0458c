// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Connections as configured; read when the first plugin asks for them. */
public final class ConnectionsServiceFactory {
    private ConnectionsServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.CONNECTIONS, factory -> {
            var connections = factory.shared(root -> {
                var config = root.require(CoreServices.ROOT_CONFIG);
                var logger = root.require(CoreServices.ROOT_LOGGER);
                return () -> ConfiguredConnections.fromConfig(config.get(), logger.get());
            });
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            var logger = factory.require(CoreServices.LOGGER);
            return () -> PluginConnections.of(connections.get(), plugin.get().id(), logger.get());
        });
    }
}
