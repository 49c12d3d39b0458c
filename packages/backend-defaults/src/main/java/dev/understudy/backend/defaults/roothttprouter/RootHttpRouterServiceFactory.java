// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HEALTH;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import dev.understudy.config.Config;
import java.util.Map;

/** The factory of the default {@code core.rootHttpRouter}. Backstage counterpart: {@code rootHttpRouterServiceFactory}. */
public final class RootHttpRouterServiceFactory {
    private static final String SHUTDOWN_DELAY = "backend.lifecycle.serverShutdownDelay";

    private RootHttpRouterServiceFactory() {}

    /** Creating the service opens the port, so it is created before any plugin starts. */
    public static BackendFeature factory() {
        return factory(RootHttpRouterOptions.defaults());
    }

    /** The same with other options; add it to a backend to replace the default. */
    public static BackendFeature factory(RootHttpRouterOptions options) {
        return createServiceFactory(ROOT_HTTP_ROUTER, factory -> {
            var config = factory.require(ROOT_CONFIG);
            var logger = factory.require(ROOT_LOGGER);
            var lifecycle = factory.require(ROOT_LIFECYCLE);
            var health = factory.require(ROOT_HEALTH);
            return () -> {
                var services = new RootServices(
                        config.get(),
                        logger.get().child(Map.of("service", "rootHttpRouter")),
                        lifecycle.get(),
                        health.get(),
                        NodeEnvironment.current());
                var router = DefaultRootHttpRouter.start(options, services);
                addShutdownDelay(config.get(), lifecycle.get());
                lifecycle.get().addShutdownHook(router::stop);
                return router;
            };
        });
    }

    private static void addShutdownDelay(Config config, RootLifecycleService lifecycle) {
        config.optionalDuration(SHUTDOWN_DELAY)
                .ifPresent(delay -> lifecycle.addBeforeShutdownHook(() -> Thread.sleep(delay)));
    }
}
