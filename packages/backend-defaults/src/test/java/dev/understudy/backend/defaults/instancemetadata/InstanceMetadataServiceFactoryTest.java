// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.instancemetadata;

import static dev.understudy.backend.app.api.SpecializedBackend.createSpecializedBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.INSTANCE_METADATA;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.lifecycle.LifecycleServiceFactory;
import dev.understudy.backend.defaults.logger.LoggerServiceFactory;
import dev.understudy.backend.defaults.rootlifecycle.RootLifecycleServiceFactory;
import dev.understudy.backend.defaults.rootlogger.RootLoggerServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledFeature;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledModule;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledPlugin;
import dev.understudy.config.ConfigReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InstanceMetadataServiceFactoryTest {
    private static final List<BackendFeature> SERVICES = List.of(
            InstanceMetadataServiceFactory.factory(),
            createServiceFactory(ROOT_CONFIG, _ -> () -> ConfigReader.fromData(Map.of())),
            RootLoggerServiceFactory.factory(),
            LoggerServiceFactory.factory(),
            RootLifecycleServiceFactory.factory(),
            LifecycleServiceFactory.factory());

    @Test
    void listsEveryPluginFollowedByItsModules() {
        var seen = new ArrayList<InstalledFeature>();
        try (var backend = createSpecializedBackend(SERVICES)) {
            backend.add(module("b", "two"))
                    .add(module("ghost", "one"))
                    .add(createBackendPlugin("b", reg -> {
                        var metadata = reg.require(INSTANCE_METADATA);
                        reg.registerInit(() -> seen.addAll(metadata.get().installedFeatures()));
                    }))
                    .add(createBackendPlugin("a", reg -> reg.registerInit(() -> {})))
                    .add(module("b", "one"))
                    .start();
        }
        assertThat(seen)
                .containsExactly(
                        new InstalledPlugin("b"),
                        new InstalledModule("b", "two"),
                        new InstalledModule("b", "one"),
                        new InstalledPlugin("a"));
    }

    private static BackendFeature module(String pluginId, String moduleId) {
        return createBackendModule(pluginId, moduleId, reg -> reg.registerInit(() -> {}));
    }
}
