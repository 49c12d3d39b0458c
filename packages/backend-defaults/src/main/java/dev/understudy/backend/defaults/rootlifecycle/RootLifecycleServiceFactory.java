// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlifecycle;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;

/** The default lifecycle of the backend. Backstage counterpart: {@code rootLifecycleServiceFactory}. */
public final class RootLifecycleServiceFactory {
    private RootLifecycleServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.ROOT_LIFECYCLE, factory -> {
            var logger = factory.require(CoreServices.ROOT_LOGGER);
            var config = factory.require(CoreServices.ROOT_CONFIG);
            return () -> create(logger.get(), config.get());
        });
    }

    private static DefaultRootLifecycle create(LoggerService logger, Config config) {
        var lifecycle = new DefaultRootLifecycle(logger);
        if (config instanceof AutoCloseable watched) {
            // configuration cannot add the hook itself: the lifecycle depends on it
            lifecycle.addShutdownHook(watched::close);
        }
        return lifecycle;
    }
}
