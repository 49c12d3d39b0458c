// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothealth;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_HEALTH;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;

import dev.understudy.backend.plugin.api.BackendFeature;

/** The factory of the default {@code core.rootHealth}. Backstage counterpart: {@code rootHealthServiceFactory}. */
public final class RootHealthServiceFactory {
    private RootHealthServiceFactory() {}

    /** Reports readiness by the root lifecycle. */
    public static BackendFeature factory() {
        return createServiceFactory(ROOT_HEALTH, factory -> {
            var lifecycle = factory.require(ROOT_LIFECYCLE);
            return () -> DefaultRootHealthService.create(lifecycle.get());
        });
    }
}
