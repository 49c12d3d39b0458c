// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootsystemmetadata;

import dev.understudy.backend.defaults.discovery.DiscoveryEndpoints;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;
import dev.understudy.backend.plugin.api.service.RootSystemMetadataService;
import dev.understudy.config.Config;
import java.util.List;
import java.util.stream.Stream;

/** Follows configuration. */
final class DefaultRootSystemMetadata implements RootSystemMetadataService {
    private final RootInstanceMetadataService instance;
    private volatile List<String> elsewhere;

    private DefaultRootSystemMetadata(RootInstanceMetadataService instance, List<String> elsewhere) {
        this.instance = instance;
        this.elsewhere = elsewhere;
    }

    static DefaultRootSystemMetadata create(Config config, RootInstanceMetadataService instance) {
        var metadata = new DefaultRootSystemMetadata(instance, DiscoveryEndpoints.pluginIds(config));
        config.subscribe(() -> metadata.elsewhere = DiscoveryEndpoints.pluginIds(config));
        return metadata;
    }

    @Override
    public List<InstalledPlugin> installedPlugins() {
        var here = instance.installedPlugins().stream().map(RootInstanceMetadataService.InstalledPlugin::pluginId);
        return Stream.concat(elsewhere.stream(), here).map(InstalledPlugin::new).toList();
    }
}
