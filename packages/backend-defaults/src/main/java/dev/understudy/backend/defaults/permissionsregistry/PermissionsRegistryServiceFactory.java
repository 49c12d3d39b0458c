// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Shows permissions and evaluates conditions at {@code /.well-known/backstage/permissions}. */
public final class PermissionsRegistryServiceFactory {
    private PermissionsRegistryServiceFactory() {}

    /** The default factory of {@link CoreServices#PERMISSIONS_REGISTRY}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.PERMISSIONS_REGISTRY, registration -> {
            var httpAuth = registration.require(CoreServices.HTTP_AUTH);
            var httpRouter = registration.require(CoreServices.HTTP_ROUTER);
            var lifecycle = registration.require(CoreServices.LIFECYCLE);
            var metadata = registration.require(CoreServices.PLUGIN_METADATA);
            return () -> {
                var store = new PermissionMetadataStore();
                var registry = new DefaultPermissionsRegistry(metadata.get().id(), store);
                httpRouter.get().use(PermissionsRouter.create(store, httpAuth.get()));
                lifecycle.get().addStartupHook(registry::close);
                return registry;
            };
        });
    }
}
