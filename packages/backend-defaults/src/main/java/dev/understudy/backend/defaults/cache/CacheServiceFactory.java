// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Caches in memory, or in what {@code backend.cache} names; connections are made on first use. */
public final class CacheServiceFactory {
    private CacheServiceFactory() {}

    /** The default factory of {@link CoreServices#CACHE}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.CACHE, registration -> {
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            var stores = registration.shared(root -> {
                var config = root.require(CoreServices.ROOT_CONFIG);
                var logger = root.require(CoreServices.ROOT_LOGGER);
                var lifecycle = root.require(CoreServices.ROOT_LIFECYCLE);
                return () -> {
                    var made = CacheStores.fromConfig(config.get(), logger.get());
                    lifecycle.get().addShutdownHook(made::close);
                    return made;
                };
            });
            return () -> stores.get().forPlugin(metadata.get().id());
        });
    }
}
