// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actions;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.defaults.internal.ActionFilter;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import java.util.List;

/** Asks the plugins that {@code backend.actions.pluginSources} names. */
public final class ActionsServiceFactory {
    private ActionsServiceFactory() {}

    /** The default factory of {@link CoreServices#ACTIONS}. */
    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.ACTIONS, registration -> {
            var discovery = registration.require(CoreServices.DISCOVERY);
            var config = registration.require(CoreServices.ROOT_CONFIG);
            var logger = registration.require(CoreServices.LOGGER);
            var auth = registration.require(CoreServices.AUTH);
            return () -> new DefaultActionsService(
                    ActionFilter.pluginSources(config.get()).orElse(List.of()),
                    ActionFilter.fromConfig(config.get()),
                    discovery.get(),
                    auth.get(),
                    logger.get());
        });
    }
}
