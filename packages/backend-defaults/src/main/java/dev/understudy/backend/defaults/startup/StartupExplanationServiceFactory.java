// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import static dev.understudy.backend.app.api.RootStartupService.ROOT_STARTUP;
import static dev.understudy.backend.defaults.inventory.PluginInventory.PLUGIN_INVENTORY;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HTTP_ROUTER;

import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.RootServiceRef;

/** Explains the start at {@code /.understudy/startup}, and on a page at {@code /.understudy}. */
public final class StartupExplanationServiceFactory {
    private static final RootServiceRef<StartupExplanation> STARTUP_EXPLANATION =
            createRootServiceRef("understudy.startupExplanation", StartupExplanation.class);

    private StartupExplanationServiceFactory() {}

    /** Answers before any plugin starts, so that a start that hangs can be looked at. */
    public static BackendFeature factory() {
        return createServiceFactory(STARTUP_EXPLANATION, factory -> {
            var config = factory.require(ROOT_CONFIG);
            var rootHttpRouter = factory.require(ROOT_HTTP_ROUTER);
            var startup = factory.require(ROOT_STARTUP);
            var inventory = factory.require(PLUGIN_INVENTORY);
            return () -> {
                var settings = StartupSettings.fromConfig(config.get(), NodeEnvironment.current());
                var explanation = new StartupExplanation(config.get(), startup.get(), inventory.get());
                if (settings.enabled()) {
                    var routes = new Lazy<>(() ->
                            StartupRoutes.create(explanation, new StartupAccess(config.get(), settings), settings));
                    rootHttpRouter
                            .get()
                            .use("/.understudy", request -> routes.get().handle(request));
                }
                return explanation;
            };
        });
    }
}
