// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static dev.understudy.backend.app.api.SpecializedBackend.createSpecializedBackend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.defaults.actions.ActionsServiceFactory;
import dev.understudy.backend.defaults.actionsregistry.ActionsRegistryServiceFactory;
import dev.understudy.backend.defaults.auditor.AuditorServiceFactory;
import dev.understudy.backend.defaults.auth.AuthServiceFactory;
import dev.understudy.backend.defaults.cache.CacheServiceFactory;
import dev.understudy.backend.defaults.database.DatabaseServiceFactory;
import dev.understudy.backend.defaults.discovery.DiscoveryServiceFactory;
import dev.understudy.backend.defaults.events.EventsServiceFactory;
import dev.understudy.backend.defaults.httpauth.HttpAuthServiceFactory;
import dev.understudy.backend.defaults.httprouter.HttpRouterServiceFactory;
import dev.understudy.backend.defaults.instancemetadata.InstanceMetadataServiceFactory;
import dev.understudy.backend.defaults.lifecycle.LifecycleServiceFactory;
import dev.understudy.backend.defaults.logger.LoggerServiceFactory;
import dev.understudy.backend.defaults.permissions.PermissionsServiceFactory;
import dev.understudy.backend.defaults.permissionsregistry.PermissionsRegistryServiceFactory;
import dev.understudy.backend.defaults.rootconfig.RootConfigServiceFactory;
import dev.understudy.backend.defaults.roothealth.RootHealthServiceFactory;
import dev.understudy.backend.defaults.roothttprouter.RootHttpRouterServiceFactory;
import dev.understudy.backend.defaults.rootlifecycle.RootLifecycleServiceFactory;
import dev.understudy.backend.defaults.rootlogger.RootLoggerServiceFactory;
import dev.understudy.backend.defaults.rootsystemmetadata.RootSystemMetadataServiceFactory;
import dev.understudy.backend.defaults.scheduler.SchedulerServiceFactory;
import dev.understudy.backend.defaults.startup.StartupExplanationServiceFactory;
import dev.understudy.backend.defaults.telemetry.MetricsServiceFactory;
import dev.understudy.backend.defaults.telemetry.RootTelemetryServiceFactory;
import dev.understudy.backend.defaults.telemetry.TracingServiceFactory;
import dev.understudy.backend.defaults.urlreader.UrlReaderServiceFactory;
import dev.understudy.backend.defaults.userinfo.UserInfoServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import java.util.List;

/** Makes backends with the default services; meant to be imported statically. */
public final class BackendDefaults {
    private BackendDefaults() {}

    /**
     * A backend with every core service. Its configuration is what {@code --config} names in the arguments of {@code main};
     * without any, {@code app-config.yaml} and its companions in the working directory.
     *
     * <p>Backstage counterpart: {@code createBackend}.
     */
    public static Backend createBackend(String... arguments) {
        return createSpecializedBackend(defaultServiceFactories(arguments));
    }

    /** The factories of all default services. Backstage counterpart: {@code defaultServiceFactories}. */
    public static List<BackendFeature> defaultServiceFactories(String... arguments) {
        return List.of(
                ActionsRegistryServiceFactory.factory(),
                ActionsServiceFactory.factory(),
                AuditorServiceFactory.factory(),
                AuthServiceFactory.factory(),
                CacheServiceFactory.factory(),
                DatabaseServiceFactory.factory(),
                DiscoveryServiceFactory.factory(),
                EventsServiceFactory.factory(),
                HttpAuthServiceFactory.factory(),
                HttpRouterServiceFactory.factory(),
                InstanceMetadataServiceFactory.factory(),
                LifecycleServiceFactory.factory(),
                LoggerServiceFactory.factory(),
                MetricsServiceFactory.factory(),
                PermissionsRegistryServiceFactory.factory(),
                PermissionsServiceFactory.factory(),
                RootConfigServiceFactory.factory(List.of(arguments)),
                RootHealthServiceFactory.factory(),
                RootHttpRouterServiceFactory.factory(),
                RootLifecycleServiceFactory.factory(),
                RootLoggerServiceFactory.factory(),
                RootSystemMetadataServiceFactory.factory(),
                RootTelemetryServiceFactory.factory(),
                SchedulerServiceFactory.factory(),
                TracingServiceFactory.factory(),
                StartupExplanationServiceFactory.factory(),
                UrlReaderServiceFactory.factory(),
                UserInfoServiceFactory.factory());
    }
}
