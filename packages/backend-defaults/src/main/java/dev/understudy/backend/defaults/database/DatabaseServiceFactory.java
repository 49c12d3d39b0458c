// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** A database per plugin, as {@code backend.database} says. Backstage counterpart: {@code databaseServiceFactory}. */
public final class DatabaseServiceFactory {
    private DatabaseServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.DATABASE, factory -> {
            var manager = factory.shared(root -> {
                var config = root.require(CoreServices.ROOT_CONFIG);
                var lifecycle = root.require(CoreServices.ROOT_LIFECYCLE);
                var logger = root.require(CoreServices.ROOT_LOGGER);
                return () -> {
                    var created = DatabaseManager.fromConfig(config.get());
                    lifecycle.get().addShutdownHook(() -> created.close(logger.get()));
                    return created;
                };
            });
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            var logger = factory.require(CoreServices.LOGGER);
            var metrics = factory.require(CoreServices.METRICS);
            return () -> {
                var database = manager.get().forPlugin(plugin.get().id(), logger.get());
                PoolMetrics.register(metrics.get(), database);
                return database;
            };
        });
    }
}
