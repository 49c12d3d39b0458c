// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;

import dev.understudy.backend.plugin.api.service.ActionsRegistryService;
import dev.understudy.backend.plugin.api.service.ActionsService;
import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.HttpRouterService;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService;
import dev.understudy.backend.plugin.api.service.LifecycleService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.service.PluginMetadataService;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import dev.understudy.backend.plugin.api.service.RootLoggerService;
import dev.understudy.backend.plugin.api.service.RootSystemMetadataService;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UserInfoService;
import dev.understudy.config.Config;

/** The refs of the services that every backend offers. Backstage counterpart: {@code coreServices}. */
public final class CoreServices {
    public static final PluginServiceRef<PluginMetadataService> PLUGIN_METADATA = BuiltInServices.PLUGIN_METADATA;
    public static final RootServiceRef<RootInstanceMetadataService> ROOT_INSTANCE_METADATA =
            BuiltInServices.ROOT_INSTANCE_METADATA;

    public static final RootServiceRef<Config> ROOT_CONFIG = createRootServiceRef("core.rootConfig", Config.class);
    public static final RootServiceRef<RootLoggerService> ROOT_LOGGER =
            createRootServiceRef("core.rootLogger", RootLoggerService.class);
    public static final RootServiceRef<RootLifecycleService> ROOT_LIFECYCLE =
            createRootServiceRef("core.rootLifecycle", RootLifecycleService.class);
    public static final RootServiceRef<RootHealthService> ROOT_HEALTH =
            createRootServiceRef("core.rootHealth", RootHealthService.class);
    public static final RootServiceRef<RootHttpRouterService> ROOT_HTTP_ROUTER =
            createRootServiceRef("core.rootHttpRouter", RootHttpRouterService.class);

    public static final RootServiceRef<RootSystemMetadataService> ROOT_SYSTEM_METADATA =
            createRootServiceRef("core.rootSystemMetadata", RootSystemMetadataService.class);

    public static final PluginServiceRef<AuthService> AUTH = createServiceRef("core.auth", AuthService.class);
    public static final PluginServiceRef<DatabaseService> DATABASE =
            createServiceRef("core.database", DatabaseService.class);
    public static final PluginServiceRef<DiscoveryService> DISCOVERY =
            createServiceRef("core.discovery", DiscoveryService.class);
    public static final PluginServiceRef<HttpAuthService> HTTP_AUTH =
            createServiceRef("core.httpAuth", HttpAuthService.class);
    public static final PluginServiceRef<HttpRouterService> HTTP_ROUTER =
            createServiceRef("core.httpRouter", HttpRouterService.class);
    public static final PluginServiceRef<LifecycleService> LIFECYCLE =
            createServiceRef("core.lifecycle", LifecycleService.class);
    public static final PluginServiceRef<LoggerService> LOGGER = createServiceRef("core.logger", LoggerService.class);
    public static final PluginServiceRef<UrlReaderService> URL_READER =
            createServiceRef("core.urlReader", UrlReaderService.class);

    public static final PluginServiceRef<SchedulerService> SCHEDULER =
            createServiceRef("core.scheduler", SchedulerService.class);
    public static final PluginServiceRef<UserInfoService> USER_INFO =
            createServiceRef("core.userInfo", UserInfoService.class);
    public static final PluginServiceRef<PermissionsService> PERMISSIONS =
            createServiceRef("core.permissions", PermissionsService.class);
    public static final PluginServiceRef<PermissionsRegistryService> PERMISSIONS_REGISTRY =
            createServiceRef("core.permissionsRegistry", PermissionsRegistryService.class);
    public static final PluginServiceRef<CacheService> CACHE = createServiceRef("core.cache", CacheService.class);
    public static final PluginServiceRef<EventsService> EVENTS =
            createServiceRef("events.service", EventsService.class);
    public static final PluginServiceRef<AuditorService> AUDITOR =
            createServiceRef("core.auditor", AuditorService.class);
    public static final PluginServiceRef<ActionsService> ACTIONS =
            createServiceRef("alpha.core.actions", ActionsService.class);
    public static final PluginServiceRef<ActionsRegistryService> ACTIONS_REGISTRY =
            createServiceRef("alpha.core.actionsRegistry", ActionsRegistryService.class);
    public static final PluginServiceRef<MetricsService> METRICS =
            createServiceRef("alpha.core.metrics", MetricsService.class);
    public static final PluginServiceRef<TracingService> TRACING =
            createServiceRef("alpha.core.tracing", TracingService.class);
    public static final PluginServiceRef<InstanceMetadataService> INSTANCE_METADATA =
            createServiceRef("core.instanceMetadata", InstanceMetadataService.class);

    private CoreServices() {}
}
