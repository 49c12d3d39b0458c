// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.defaults.roothttprouter.RootHttpRouterServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.config.AppConfig;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The services of a test backend, with the ends that the test holds on to. */
final class TestBackendServices {
    private static final RootServiceRef<AtomicInteger> PORT = createRootServiceRef("test.port", AtomicInteger.class);
    private static final Map<String, ?> BASE_CONFIG = Map.of(
            "backend", Map.of("baseUrl", "http://localhost:7007", "listen", Map.of("host", "localhost", "port", 0)));

    private final Config config;
    private final PluginDatabases databases;
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final Map<String, MockScheduler> schedulers = new ConcurrentHashMap<>();
    private final AtomicInteger port = new AtomicInteger();

    private TestBackendServices(Config config, PluginDatabases databases) {
        this.config = config;
        this.databases = databases;
    }

    static TestBackendServices create(Map<String, ?> config, TestDatabaseId database) {
        var layers = ConfigReader.fromConfigs(List.of(layer("test-backend", BASE_CONFIG), layer("test", config)));
        return new TestBackendServices(layers, PluginDatabases.create(database));
    }

    private static AppConfig layer(String name, Map<String, ?> data) {
        return new AppConfig(name, Json.mapper().valueToTree(data));
    }

    List<BackendFeature> factories() {
        var factories = new LinkedHashMap<String, BackendFeature>();
        MockServices.defaults().forEach(factory -> put(factories, factory));
        own().forEach(factory -> put(factories, factory));
        return List.copyOf(factories.values());
    }

    private static void put(Map<String, BackendFeature> factories, BackendFeature feature) {
        if (feature instanceof ServiceFactory factory) {
            factories.put(factory.ref().id(), factory);
        }
    }

    private List<BackendFeature> own() {
        return List.of(
                MockServices.rootConfigFactory(config),
                MockServices.rootLoggerFactory(logger),
                MockServices.eventsFactory(events),
                MockServices.schedulerFactory(schedulers),
                RootHttpRouterServiceFactory.factory(),
                createServiceFactory(CoreServices.DATABASE, factory -> {
                    var plugin = factory.require(CoreServices.PLUGIN_METADATA);
                    return () -> databases.of(plugin.get().id());
                }),
                createServiceFactory(PORT, factory -> {
                    var router = factory.require(CoreServices.ROOT_HTTP_ROUTER);
                    return () -> {
                        port.set(router.get().port());
                        return port;
                    };
                }));
    }

    String url() {
        return "http://localhost:" + port.get();
    }

    PluginDatabases databases() {
        return databases;
    }

    MockRootLogger logger() {
        return logger;
    }

    MockEvents events() {
        return events;
    }

    MockScheduler scheduler(String pluginId) {
        return schedulers.computeIfAbsent(pluginId, _ -> MockScheduler.create());
    }
}
