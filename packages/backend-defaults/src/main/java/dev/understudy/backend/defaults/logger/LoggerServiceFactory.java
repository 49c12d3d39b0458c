// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.logger;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import java.util.Map;

/** The root logger with the plugin's id in every line. Backstage counterpart: {@code loggerServiceFactory}. */
public final class LoggerServiceFactory {
    private LoggerServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.LOGGER, factory -> {
            var rootLogger = factory.require(CoreServices.ROOT_LOGGER);
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> rootLogger.get().child(Map.of("plugin", plugin.get().id()));
        });
    }
}
