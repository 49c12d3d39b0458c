// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LIFECYCLE;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_LOGGER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.Init;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A backend with just the services that starting needs, and the handles to watch it by. */
record TestBackends(RecordingLogger logger, ManualDelays delays, Config config, boolean logsUncaught) {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006789Z");

    static TestBackends withConfig(Map<String, ?> config) {
        return new TestBackends(new RecordingLogger(), new ManualDelays(), ConfigReader.fromData(config), false);
    }

    static TestBackends plain() {
        return withConfig(Map.of());
    }

    /** A backend with these default services besides its own. */
    Backend create(BackendFeature... more) {
        var defaults = new ArrayList<>(services());
        defaults.addAll(List.of(more));
        return SpecializedBackend.create(defaults, List.of(), environment());
    }

    BackendEnvironment environment() {
        return new BackendEnvironment(() -> NOW, delays, logsUncaught, Duration.ofSeconds(30));
    }

    List<BackendFeature> services() {
        return List.of(
                createServiceFactory(ROOT_CONFIG, _ -> () -> config),
                createServiceFactory(ROOT_LOGGER, _ -> () -> logger),
                createServiceFactory(ROOT_LIFECYCLE, _ -> HookLifecycle::new),
                createServiceFactory(LIFECYCLE, _ -> HookLifecycle::new));
    }

    static BackendFeature plugin(String pluginId, Init init) {
        return dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin(
                pluginId, reg -> reg.registerInit(init));
    }

    static BackendFeature module(String pluginId, String moduleId, Init init) {
        return dev.understudy.backend.plugin.api.BackendWiring.createBackendModule(
                pluginId, moduleId, reg -> reg.registerInit(init));
    }

    /** Where in a test file something is declared is not what tests are about. */
    static String withoutLines(String message) {
        return message.replaceAll("\\.java:\\d+", ".java");
    }

    static String withoutLines(Throwable failure) {
        return withoutLines(String.valueOf(failure.getMessage()));
    }
}
