// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendFeatureLoader;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPointFactoryMiddleware;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.PLUGIN_METADATA;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What users write. That it compiles is the test. */
final class PublicApiTest {
    /** An extension point's interface. */
    interface EntityProviders {
        void add(String provider);
    }

    /** A service's interface. */
    interface Cache {
        void put(String key, String value);
    }

    static final ExtensionPoint<EntityProviders> PROVIDERS =
            createExtensionPoint("catalog.providers", EntityProviders.class);
    static final RootServiceRef<List<Runnable>> JOBS = createRootMultitonServiceRef("jobs", Runnable.class);
    static final PluginServiceRef<Cache> CACHE = createServiceRef("cache", Cache.class)
            .withDefaultFactory(factory -> {
                var plugin = factory.require(PLUGIN_METADATA);
                var entries = factory.shared(_ -> ConcurrentHashMap<String, String>::new);
                return () -> (key, value) -> entries.get().put(plugin.get().id() + key, value);
            });

    static BackendFeature plugin() {
        return createBackendPlugin("catalog", reg -> {
            var providers = new ArrayList<String>();
            reg.registerExtensionPoint(PROVIDERS, providers::add);

            var logger = reg.require(LOGGER);
            var lifecycle = reg.require(LIFECYCLE);
            var jobs = reg.require(JOBS);
            var cache = reg.require(CACHE);

            reg.registerInit(() -> {
                LoggerService log = logger.get();
                providers.forEach(provider -> cache.get().put(provider, "known"));
                jobs.get().forEach(Runnable::run);
                lifecycle.get().addShutdownHook(() -> log.info("stopped"));
            });
        });
    }

    static BackendFeature module() {
        return createBackendModule("catalog", "github", reg -> {
            var providers = reg.require(PROVIDERS);
            var config = reg.require(ROOT_CONFIG);
            reg.registerInit(() -> config.get().optionalString("github.org").ifPresent(providers.get()::add));
        });
    }

    static BackendFeature perModule() {
        return createBackendPlugin("catalog", reg -> {
            reg.registerExtensionPointPerModule(
                    PROVIDERS, module -> _ -> module.reportStartupFailure(new Exception(module.moduleId())));
            reg.registerInit(() -> {});
        });
    }

    static BackendFeature loggerFactory() {
        return createServiceFactory(LOGGER, factory -> {
            var rootLogger = factory.require(ROOT_LOGGER);
            var plugin = factory.require(PLUGIN_METADATA);
            return () -> rootLogger.get().child(Map.of("plugin", plugin.get().id()));
        });
    }

    static BackendFeature job() {
        return createMultitonServiceFactory(JOBS, _ -> () -> () -> {}, Startup.LAZY);
    }

    static BackendFeature loader() {
        return createBackendFeatureLoader("catalog", reg -> {
            var config = reg.require(ROOT_CONFIG);
            reg.registerLoader(features -> {
                features.add(PublicApiTest::plugin);
                features.add(loggerFactory());
                if (config.get().has("github")) {
                    features.add(PublicApiTest::module);
                }
            });
        });
    }

    @Test
    void offersFeaturesAsBackendFeatures() {
        assertThat(List.of(plugin(), module(), perModule(), loggerFactory(), job(), loader()))
                .allSatisfy(feature -> assertThat(feature.declaredAt().file()).isEqualTo("PublicApiTest.java"));
        assertThat(createExtensionPointFactoryMiddleware(PROVIDERS, original -> original)
                        .extensionPoint())
                .isSameAs(PROVIDERS);
    }
}
