// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;

import dev.understudy.backend.plugin.api.service.PluginMetadataService;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;

/** The services that every backend provides itself; they can not be replaced. */
public final class BuiltInServices {
    /** Which plugin this is. */
    public static final PluginServiceRef<PluginMetadataService> PLUGIN_METADATA =
            createServiceRef("core.pluginMetadata", PluginMetadataService.class);

    /** What is installed in this backend. */
    public static final RootServiceRef<RootInstanceMetadataService> ROOT_INSTANCE_METADATA =
            createRootServiceRef("core.rootInstanceMetadata", RootInstanceMetadataService.class);

    private BuiltInServices() {}
}
