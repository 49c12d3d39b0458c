// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.defaults.actions.ActionsServiceFactory;
import dev.understudy.backend.defaults.actionsregistry.ActionsRegistryServiceFactory;
import dev.understudy.backend.defaults.httprouter.HttpRouterServiceFactory;
import dev.understudy.backend.defaults.instancemetadata.InstanceMetadataServiceFactory;
import dev.understudy.backend.defaults.lifecycle.LifecycleServiceFactory;
import dev.understudy.backend.defaults.logger.LoggerServiceFactory;
import dev.understudy.backend.defaults.permissionsregistry.PermissionsRegistryServiceFactory;
import dev.understudy.backend.defaults.roothealth.RootHealthServiceFactory;
import dev.understudy.backend.defaults.rootlifecycle.RootLifecycleServiceFactory;
import dev.understudy.backend.defaults.rootsystemmetadata.RootSystemMetadataServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.backend.plugin.api.service.RootSystemMetadataService;
import dev.understudy.backend.plugin.api.service.RootSystemMetadataService.InstalledPlugin;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.UserInfoService;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For every core service: a fake to hand to the class under test, and a factory that puts one in a backend. Fakes of which
 * a test wants more than the service itself are types of their own, such as {@link MockRootLogger}.
 *
 * <pre>{@code
 * TestBackend.with(Map.of("todo", Map.of("limit", 3)))
 *         .add(TodoPlugin::feature)
 *         .add(MockServices.permissionsFactory(MockPermissions.deny()))
 *         .start();
 * }</pre>
 *
 * Backstage counterpart: {@code mockServices}.
 */
public final class MockServices {
    private MockServices() {}

    /**
     * Factories of all core services, for {@code createSpecializedBackend}. Nothing leaves the process and no port is open:
     * the server, tokens, tasks, events, audit events and permissions are fakes, databases are SQLite's, and what is left
     * is as in any backend.
     */
    public static List<BackendFeature> defaults() {
        return List.of(
                actionsFactory(),
                actionsRegistryFactory(),
                auditorFactory(MockAuditor.create()),
                authFactory(),
                cacheFactory(),
                databaseFactory(TestDatabaseId.SQLITE_3),
                discoveryFactory(),
                eventsFactory(MockEvents.create()),
                httpAuthFactory(),
                httpRouterFactory(),
                instanceMetadataFactory(),
                lifecycleFactory(),
                loggerFactory(),
                metricsFactory(),
                permissionsFactory(MockPermissions.allow()),
                permissionsRegistryFactory(),
                rootConfigFactory(Map.of()),
                rootHealthFactory(),
                rootHttpRouterFactory(MockRootHttpRouter.create()),
                rootLifecycleFactory(),
                rootLoggerFactory(MockRootLogger.create()),
                rootSystemMetadataFactory(),
                schedulerFactory(),
                tracingFactory(),
                urlReaderFactory(MockUrlReader.of(Map.of())),
                userInfoFactory());
    }

    /** A factory that provides an instance, such as a fake of one's own. */
    public static <T> BackendFeature factoryOf(RootServiceRef<T> ref, T instance) {
        return createServiceFactory(ref, _ -> () -> instance);
    }

    /** A factory that provides one instance to all plugins. */
    public static <T> BackendFeature factoryOf(PluginServiceRef<T> ref, T instance) {
        return createServiceFactory(ref, _ -> () -> instance);
    }

    /** Configuration that does not change. */
    public static Config rootConfig(Map<String, ?> data) {
        return ConfigReader.fromData(data);
    }

    public static BackendFeature rootConfigFactory(Map<String, ?> data) {
        return rootConfigFactory(rootConfig(data));
    }

    public static BackendFeature rootConfigFactory(Config config) {
        return factoryOf(CoreServices.ROOT_CONFIG, config);
    }

    public static MockRootLogger rootLogger() {
        return MockRootLogger.create();
    }

    public static BackendFeature rootLoggerFactory(MockRootLogger logger) {
        return factoryOf(CoreServices.ROOT_LOGGER, logger);
    }

    /** The logger of a plugin, with nothing above it. */
    public static MockRootLogger logger() {
        return MockRootLogger.create();
    }

    /** The default: a child of the root logger. */
    public static BackendFeature loggerFactory() {
        return LoggerServiceFactory.factory();
    }

    public static MockLifecycle lifecycle() {
        return MockLifecycle.create();
    }

    /** The default: driven by the backend. */
    public static BackendFeature lifecycleFactory() {
        return LifecycleServiceFactory.factory();
    }

    public static MockLifecycle rootLifecycle() {
        return MockLifecycle.create();
    }

    /** The default: driven by the backend. */
    public static BackendFeature rootLifecycleFactory() {
        return RootLifecycleServiceFactory.factory();
    }

    public static MockRootHealth rootHealth() {
        return MockRootHealth.create();
    }

    /** The default: ready once the backend has started. */
    public static BackendFeature rootHealthFactory() {
        return RootHealthServiceFactory.factory();
    }

    public static MockRootHttpRouter rootHttpRouter() {
        return MockRootHttpRouter.create();
    }

    public static BackendFeature rootHttpRouterFactory(MockRootHttpRouter router) {
        return factoryOf(CoreServices.ROOT_HTTP_ROUTER, router);
    }

    public static MockHttpRouter httpRouter() {
        return MockHttpRouter.create();
    }

    /** The default: a place in the root router, behind policies. */
    public static BackendFeature httpRouterFactory() {
        return HttpRouterServiceFactory.factory();
    }

    /** A service that says these plugins are installed. */
    public static RootSystemMetadataService rootSystemMetadata(String... pluginIds) {
        var plugins = Arrays.stream(pluginIds).map(InstalledPlugin::new).toList();
        return () -> plugins;
    }

    /** The default: what is installed in this backend and configured for others. */
    public static BackendFeature rootSystemMetadataFactory() {
        return RootSystemMetadataServiceFactory.factory();
    }

    /** The default: what is installed in this backend. */
    public static BackendFeature instanceMetadataFactory() {
        return InstanceMetadataServiceFactory.factory();
    }

    /** The plugin's side of {@link MockCredentials}. */
    public static AuthService auth(String pluginId) {
        return new MockAuthService(pluginId);
    }

    public static BackendFeature authFactory() {
        return createServiceFactory(CoreServices.AUTH, factory -> {
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> auth(plugin.get().id());
        });
    }

    /** Requests that bring no token come from {@link MockCredentials#user()}. */
    public static HttpAuthService httpAuth(String pluginId) {
        return httpAuth(pluginId, MockCredentials.user());
    }

    /** Requests that bring no token have the default credentials. */
    public static HttpAuthService httpAuth(String pluginId, BackstageCredentials defaultCredentials) {
        return new MockHttpAuthService(auth(pluginId), defaultCredentials);
    }

    /** Requests that bring no token come from {@link MockCredentials#user()}. */
    public static BackendFeature httpAuthFactory() {
        return httpAuthFactory(MockCredentials.user());
    }

    /** Requests that bring no token have the default credentials. */
    public static BackendFeature httpAuthFactory(BackstageCredentials defaultCredentials) {
        return createServiceFactory(CoreServices.HTTP_AUTH, factory -> {
            var auth = factory.require(CoreServices.AUTH);
            return () -> new MockHttpAuthService(auth.get(), defaultCredentials);
        });
    }

    /** Every user is a member of these groups. */
    public static UserInfoService userInfo(String... groupEntityRefs) {
        return new MockUserInfoService(List.of(groupEntityRefs));
    }

    /** Every user is a member of these groups. */
    public static BackendFeature userInfoFactory(String... groupEntityRefs) {
        return factoryOf(CoreServices.USER_INFO, userInfo(groupEntityRefs));
    }

    /** Every plugin below one URL without a trailing slash, such as {@code http://localhost:7007}. */
    public static DiscoveryService discovery(String baseUrl) {
        return new MockDiscovery(baseUrl);
    }

    /** Every plugin at the port that the root router listens on. */
    public static BackendFeature discoveryFactory() {
        return createServiceFactory(CoreServices.DISCOVERY, factory -> {
            var router = factory.require(CoreServices.ROOT_HTTP_ROUTER);
            return () -> MockDiscovery.ofPort(router.get().port());
        });
    }

    /** New databases; the caller closes them. */
    public static TestDatabases database(TestDatabaseId id) {
        return TestDatabases.create(id);
    }

    /** New databases, deleted when the backend stops. */
    public static BackendFeature databaseFactory(TestDatabaseId id) {
        return createServiceFactory(CoreServices.DATABASE, factory -> {
            var databases = factory.shared(root -> {
                var lifecycle = root.require(CoreServices.ROOT_LIFECYCLE);
                return () -> {
                    var created = TestDatabases.create(id);
                    lifecycle.get().addShutdownHook(created::close);
                    return created;
                };
            });
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> databases.get().database(plugin.get().id());
        });
    }

    /** Databases that outlive the backend, so that another can go on with them. */
    public static BackendFeature databaseFactory(TestDatabases databases) {
        return createServiceFactory(CoreServices.DATABASE, factory -> {
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> databases.database(plugin.get().id());
        });
    }

    public static MockScheduler scheduler() {
        return MockScheduler.create();
    }

    /** A scheduler for each plugin. */
    public static BackendFeature schedulerFactory() {
        return schedulerFactory(new ConcurrentHashMap<>());
    }

    static BackendFeature schedulerFactory(Map<String, MockScheduler> schedulers) {
        return createServiceFactory(CoreServices.SCHEDULER, factory -> {
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> schedulers.computeIfAbsent(plugin.get().id(), _ -> MockScheduler.create());
        });
    }

    /** A reader of these files, by their URLs. */
    public static MockUrlReader urlReader(Map<String, String> files) {
        return MockUrlReader.of(files);
    }

    public static BackendFeature urlReaderFactory(MockUrlReader reader) {
        return factoryOf(CoreServices.URL_READER, reader);
    }

    public static MockCache cache() {
        return MockCache.create();
    }

    /** A cache for each plugin. */
    public static BackendFeature cacheFactory() {
        return createServiceFactory(CoreServices.CACHE, _ -> MockCache::create);
    }

    public static MockEvents events() {
        return MockEvents.create();
    }

    public static BackendFeature eventsFactory(MockEvents events) {
        return factoryOf(CoreServices.EVENTS, events);
    }

    public static MockAuditor auditor() {
        return MockAuditor.create();
    }

    public static BackendFeature auditorFactory(MockAuditor auditor) {
        return factoryOf(CoreServices.AUDITOR, auditor);
    }

    /** See {@link MockPermissions} for others than to allow everything. */
    public static MockPermissions permissions() {
        return MockPermissions.allow();
    }

    public static BackendFeature permissionsFactory(MockPermissions permissions) {
        return factoryOf(CoreServices.PERMISSIONS, permissions);
    }

    /** Instruments that measure nothing. */
    public static MetricsService metrics() {
        return MetricsService.noop();
    }

    public static BackendFeature metricsFactory() {
        return factoryOf(CoreServices.METRICS, metrics());
    }

    /** Runs functions without spans. */
    public static TracingService tracing() {
        return TracingService.noop();
    }

    public static BackendFeature tracingFactory() {
        return factoryOf(CoreServices.TRACING, tracing());
    }

    /** The registry of a plugin as in any backend, that nobody else looks into. */
    public static PermissionsRegistryService permissionsRegistry(String pluginId) {
        return ServiceFactoryTester.from(CoreServices.PERMISSIONS_REGISTRY, permissionsRegistryFactory())
                .subject(pluginId);
    }

    /** The default: shows permissions and evaluates conditions at the plugin's own place. */
    public static BackendFeature permissionsRegistryFactory() {
        return PermissionsRegistryServiceFactory.factory();
    }

    /** The default: runs the actions of the plugins that configuration names. */
    public static BackendFeature actionsFactory() {
        return ActionsServiceFactory.factory();
    }

    /** The default: offers the plugin's actions at its own place. */
    public static BackendFeature actionsRegistryFactory() {
        return ActionsRegistryServiceFactory.factory();
    }
}
