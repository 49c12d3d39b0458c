// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;

/** A tracer for each plugin, named as {@code backend.tracing} says. Backstage counterpart: {@code tracingServiceFactory}. */
public final class TracingServiceFactory {
    private TracingServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.TRACING, factory -> {
            var telemetry = factory.require(RootTelemetryServiceFactory.ROOT_TELEMETRY);
            var config = factory.require(CoreServices.ROOT_CONFIG);
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            var httpAuth = factory.require(CoreServices.HTTP_AUTH);
            return () -> {
                var id = plugin.get().id();
                var key = "backend.tracing.plugin." + id + ".tracer";
                var captureEndUser = config.get()
                        .optionalBool("backend.tracing.capture.endUser")
                        .orElse(false);
                return telemetry
                        .get()
                        .tracing(
                                InstrumentationScope.fromConfig(config.get(), key, id),
                                new PluginSpans(id, captureEndUser, httpAuth.get()));
            };
        });
    }
}
