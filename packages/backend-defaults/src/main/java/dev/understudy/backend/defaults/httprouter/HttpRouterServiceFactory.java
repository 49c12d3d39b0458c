// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import static dev.understudy.backend.defaults.inventory.PluginInventory.PLUGIN_INVENTORY;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BuiltInServices.PLUGIN_METADATA;
import static dev.understudy.backend.plugin.api.CoreServices.AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HTTP_ROUTER;

import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.Startup;

/** The factory of the default {@code core.httpRouter}. Backstage counterpart: {@code httpRouterServiceFactory}. */
public final class HttpRouterServiceFactory {
    private HttpRouterServiceFactory() {}

    /** Every plugin gets its place in the server before it starts, whether it asks for the service or not. */
    public static BackendFeature factory() {
        return createServiceFactory(
                HTTP_ROUTER,
                factory -> {
                    var plugin = factory.require(PLUGIN_METADATA);
                    var config = factory.require(ROOT_CONFIG);
                    var logger = factory.require(LOGGER);
                    var lifecycle = factory.require(LIFECYCLE);
                    var rootHttpRouter = factory.require(ROOT_HTTP_ROUTER);
                    var auth = factory.require(AUTH);
                    var httpAuth = factory.require(HTTP_AUTH);
                    var inventory = factory.require(PLUGIN_INVENTORY);
                    return () -> DefaultHttpRouter.create(
                            new DefaultHttpRouter.Services(
                                    plugin.get().id(),
                                    config.get(),
                                    logger.get(),
                                    lifecycle.get(),
                                    rootHttpRouter.get(),
                                    auth.get(),
                                    httpAuth.get(),
                                    inventory.get()),
                            NodeEnvironment.current());
                },
                Startup.EAGER);
    }
}
