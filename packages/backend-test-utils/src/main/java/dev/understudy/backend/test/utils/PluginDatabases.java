// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;

import dev.understudy.backend.app.api.StandaloneServices;
import dev.understudy.backend.defaults.database.DatabaseServiceFactory;
import dev.understudy.backend.defaults.logger.LoggerServiceFactory;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases of some plugins, and how to be rid of them. Thread-safe. */
final class PluginDatabases implements AutoCloseable {
    private final TestDatabaseLocation location;
    private final MockLifecycle lifecycle = MockLifecycle.create();
    private final StandaloneServices services;
    private final Map<String, WatchedDatabase> databases = new ConcurrentHashMap<>();

    private PluginDatabases(TestDatabaseLocation location) {
        this.location = location;
        var config = ConfigReader.fromData(Map.of("backend", Map.of("database", location.config())));
        this.services = services(config, lifecycle);
    }

    static PluginDatabases create(TestDatabaseId id) {
        return new PluginDatabases(TestDatabaseLocation.of(id));
    }

    private static StandaloneServices services(Config config, MockLifecycle lifecycle) {
        return StandaloneServices.create(
                List.of(
                        MockServices.rootConfigFactory(config),
                        MockServices.rootLoggerFactory(MockRootLogger.create()),
                        MockServices.factoryOf(ROOT_LIFECYCLE, lifecycle),
                        LoggerServiceFactory.factory(),
                        MockServices.metricsFactory(),
                        DatabaseServiceFactory.factory()),
                List.of());
    }

    DatabaseService of(String pluginId) {
        return databases.computeIfAbsent(pluginId, id -> new WatchedDatabase(id, services.get(DATABASE, id)));
    }

    @Override
    public void close() {
        var leaks = databases.values().stream()
                .flatMap(database -> database.leaks().stream())
                .toList();
        lifecycle.shutdown();
        location.delete();
        if (!leaks.isEmpty()) {
            throw new AssertionError(String.join("\n", leaks));
        }
    }
}
