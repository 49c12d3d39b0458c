// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.lifecycle;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** The default lifecycle of a plugin. Backstage counterpart: {@code lifecycleServiceFactory}. */
public final class LifecycleServiceFactory {
    private LifecycleServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.LIFECYCLE, factory -> {
            var logger = factory.require(CoreServices.LOGGER);
            return () -> new DefaultLifecycle(logger.get());
        });
    }
}
