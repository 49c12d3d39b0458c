// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** A meter for each plugin, named as {@code backend.metrics} says. Backstage counterpart: {@code metricsServiceFactory}. */
public final class MetricsServiceFactory {
    private MetricsServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.METRICS, factory -> {
            var telemetry = factory.require(RootTelemetryServiceFactory.ROOT_TELEMETRY);
            var config = factory.require(CoreServices.ROOT_CONFIG);
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> {
                var id = plugin.get().id();
                var key = "backend.metrics.plugin." + id + ".meter";
                return telemetry.get().metrics(InstrumentationScope.fromConfig(config.get(), key, id));
            };
        });
    }
}
