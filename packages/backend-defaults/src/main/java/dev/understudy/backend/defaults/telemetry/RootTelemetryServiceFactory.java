// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.RootServiceRef;
import io.opentelemetry.api.OpenTelemetry;

/** Where metrics and spans go: nowhere, unless the environment configures OpenTelemetry. */
public final class RootTelemetryServiceFactory {
    public static final RootServiceRef<RootTelemetry> ROOT_TELEMETRY = createRootServiceRef(
                    "understudy.rootTelemetry", RootTelemetry.class)
            .withDefaultFactory(_ -> RootTelemetry::none);

    private RootTelemetryServiceFactory() {}

    /** As the environment's {@code OTEL_…} variables and the system properties {@code otel.…} say. */
    public static BackendFeature factory() {
        return createServiceFactory(ROOT_TELEMETRY, factory -> {
            var lifecycle = factory.require(CoreServices.ROOT_LIFECYCLE);
            var logger = factory.require(CoreServices.ROOT_LOGGER);
            return () -> {
                var settings = TelemetrySettings.of(System.getenv(), System.getProperties());
                if (!settings.isConfigured()) {
                    return RootTelemetry.none();
                }
                var sdk = ConfiguredOpenTelemetry.start(settings, logger.get());
                lifecycle.get().addShutdownHook(sdk::close);
                return RootTelemetry.of(sdk.openTelemetry());
            };
        });
    }

    /** An OpenTelemetry of one's own, which the caller closes. */
    public static BackendFeature factory(OpenTelemetry openTelemetry) {
        return createServiceFactory(ROOT_TELEMETRY, _ -> () -> RootTelemetry.of(openTelemetry));
    }
}
