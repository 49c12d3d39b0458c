// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static dev.understudy.backend.app.api.SpecializedBackend.createSpecializedBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.app.api.PluginStartupResult;
import dev.understudy.backend.defaults.lifecycle.LifecycleServiceFactory;
import dev.understudy.backend.defaults.logger.LoggerServiceFactory;
import dev.understudy.backend.defaults.rootlifecycle.RootLifecycleServiceFactory;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendFeatureProvider;
import dev.understudy.config.ConfigReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiscoveryFeatureLoaderTest {
    private record Provider(String packageName, String pluginId) implements BackendFeatureProvider {
        @Override
        public BackendFeature feature() {
            return createBackendPlugin(pluginId, reg -> reg.registerInit(() -> {}));
        }
    }

    private static final List<BackendFeatureProvider> PROVIDERS =
            List.of(new Provider("@acme/a", "a"), new Provider("@acme/b", "b"), new Provider("@acme/b", "b-alpha"));

    @Test
    void installsNothingWithoutConfiguration() {
        assertThat(pluginsWith(Map.of())).isEmpty();
        assertThat(pluginsWith(Map.of("packages", Map.of()))).isEmpty();
    }

    @Test
    void installsAll() {
        assertThat(pluginsWith(Map.of("packages", "all"))).containsExactlyInAnyOrder("a", "b", "b-alpha");
    }

    @Test
    void installsWhatIsIncluded() {
        assertThat(pluginsWith(Map.of("packages", Map.of("include", List.of("@acme/b")))))
                .containsExactlyInAnyOrder("b", "b-alpha");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        assertThat(pluginsWith(Map.of("packages", Map.of("exclude", List.of("@acme/b")))))
                .containsExactly("a");
        assertThat(pluginsWith(Map.of(
                        "packages", Map.of("include", List.of("@acme/a", "@acme/b"), "exclude", List.of("@acme/a")))))
                .containsExactlyInAnyOrder("b", "b-alpha");
    }

    @Test
    void findsWhatServiceFilesNameAndLogsIt() {
        var logger = RecordingLogger.create();
        var include = Map.of("packages", Map.of("include", List.of("@acme/plugin-discovered")));
        assertThat(pluginsWith(include, DiscoveryFeatureLoader.feature(), logger))
                .containsExactly("discovered");
        assertThat(logger.lines()).startsWith("info Detected: @acme/plugin-discovered");
        var exclude = Map.of("packages", Map.of("exclude", List.of("@acme/plugin-discovered")));
        assertThat(pluginsWith(exclude, DiscoveryFeatureLoader.feature(), logger))
                .isEmpty();
    }

    private static List<String> pluginsWith(Map<String, ?> backendConfig) {
        return pluginsWith(backendConfig, DiscoveryFeatureLoader.of(PROVIDERS), RecordingLogger.create());
    }

    private static List<String> pluginsWith(
            Map<String, ?> backendConfig, BackendFeature loader, RecordingLogger logger) {
        var config = ConfigReader.fromData(Map.of("backend", backendConfig));
        var services = List.of(
                createServiceFactory(ROOT_CONFIG, _ -> () -> config),
                createServiceFactory(ROOT_LOGGER, _ -> () -> logger),
                LoggerServiceFactory.factory(),
                RootLifecycleServiceFactory.factory(),
                LifecycleServiceFactory.factory());
        try (var backend = createSpecializedBackend(services).add(loader)) {
            return backend.start().plugins().stream()
                    .map(PluginStartupResult::pluginId)
                    .toList();
        }
    }
}
