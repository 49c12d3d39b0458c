// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static java.util.Objects.requireNonNullElse;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import java.time.Clock;

/** Discovery by configuration: {@code discovery.endpoints} first, this backend otherwise. */
public final class DiscoveryServiceFactory {
    private DiscoveryServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.DISCOVERY, factory -> {
            // one instance serves all plugins, since it depends on nothing of theirs
            var discovery = factory.shared(root -> {
                var config = root.require(CoreServices.ROOT_CONFIG);
                var logger = root.require(CoreServices.ROOT_LOGGER);
                return () -> HostDiscovery.fromConfig(
                        config.get(),
                        logger.get(),
                        new SrvResolver(new DnsSrvLookup(), Clock.systemUTC(), Math::random),
                        requireNonNullElse(System.getenv("NODE_ENV"), ""));
            });
            return discovery::get;
        });
    }
}
