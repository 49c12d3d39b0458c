// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Offers a plugin's actions at {@code /.backstage/actions}. */
public final class ActionsRegistryServiceFactory {
    private ActionsRegistryServiceFactory() {}

    /** The default factory of {@link CoreServices#ACTIONS_REGISTRY}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.ACTIONS_REGISTRY, registration -> {
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            var httpRouter = registration.require(CoreServices.HTTP_ROUTER);
            var httpAuth = registration.require(CoreServices.HTTP_AUTH);
            var logger = registration.require(CoreServices.LOGGER);
            var config = registration.require(CoreServices.ROOT_CONFIG);
            var permissions = registration.require(CoreServices.PERMISSIONS);
            var permissionsRegistry = registration.require(CoreServices.PERMISSIONS_REGISTRY);
            return () -> {
                var registry = new DefaultActionsRegistry(metadata.get().id(), permissionsRegistry.get());
                var offer = new OfferedActions(registry, config.get(), permissions.get());
                httpRouter.get().use(ActionsRouter.create(offer, httpAuth.get(), logger.get()));
                return registry;
            };
        });
    }
}
