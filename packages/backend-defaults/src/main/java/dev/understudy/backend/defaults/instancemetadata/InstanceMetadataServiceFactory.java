// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.instancemetadata;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledFeature;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledModule;
import dev.understudy.backend.plugin.api.service.InstanceMetadataService.InstalledPlugin;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;
import java.util.List;
import java.util.stream.Stream;

/** The root service's plugins and modules in one list. */
public final class InstanceMetadataServiceFactory {
    private InstanceMetadataServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.INSTANCE_METADATA, factory -> {
            var root = factory.require(CoreServices.ROOT_INSTANCE_METADATA);
            return () -> of(root.get());
        });
    }

    private static InstanceMetadataService of(RootInstanceMetadataService root) {
        List<InstalledFeature> features = root.installedPlugins().stream()
                .flatMap(InstanceMetadataServiceFactory::featuresOf)
                .toList();
        return () -> features;
    }

    private static Stream<InstalledFeature> featuresOf(RootInstanceMetadataService.InstalledPlugin plugin) {
        var modules =
                plugin.modules().stream().map(module -> new InstalledModule(plugin.pluginId(), module.moduleId()));
        return Stream.concat(Stream.of(new InstalledPlugin(plugin.pluginId())), modules);
    }
}
