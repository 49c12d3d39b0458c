// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissions;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** Decides on services itself and has the permission backend decide on users. */
public final class PermissionsServiceFactory {
    private PermissionsServiceFactory() {}

    /** The default factory of {@link CoreServices#PERMISSIONS}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.PERMISSIONS, registration -> {
            var auth = registration.require(CoreServices.AUTH);
            var config = registration.require(CoreServices.ROOT_CONFIG);
            var discovery = registration.require(CoreServices.DISCOVERY);
            return () -> DefaultPermissionsService.fromConfig(config.get(), auth.get(), discovery.get());
        });
    }
}
