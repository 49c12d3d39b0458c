// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.BackendWiring;
import dev.understudy.backend.plugin.api.BuiltInServices;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is installed, as the registrations tell it. */
record InstanceMetadata(List<InstalledPlugin> installedPlugins) implements RootInstanceMetadataService {
    static InstanceMetadata of(List<Registration> registrations) {
        var plugins = new LinkedHashMap<String, List<InstalledModule>>();
        registrations.stream()
                .map(Registration::owner)
                .filter(owner -> owner.moduleId().isEmpty())
                .forEach(owner -> plugins.putIfAbsent(owner.pluginId(), new ArrayList<>()));
        for (var registration : registrations) {
            var modules = plugins.get(registration.owner().pluginId());
            if (modules != null) {
                registration.owner().moduleId().map(InstalledModule::new).ifPresent(modules::add);
            }
        }
        return new InstanceMetadata(
                plugins.entrySet().stream().map(InstanceMetadata::plugin).toList());
    }

    BackendFeature factory() {
        return BackendWiring.createServiceFactory(BuiltInServices.ROOT_INSTANCE_METADATA, _ -> () -> this);
    }

    private static InstalledPlugin plugin(Map.Entry<String, List<InstalledModule>> plugin) {
        return new InstalledPlugin(plugin.getKey(), plugin.getValue());
    }
}
