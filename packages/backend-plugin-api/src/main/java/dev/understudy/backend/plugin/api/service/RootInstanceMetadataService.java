// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Tells what is installed in this backend. Safe for use by any thread.
 *
 * <p>Backstage counterpart: {@code RootInstanceMetadataService}.
 */
public interface RootInstanceMetadataService {
    /** The installed plugins in the order in which they were added. */
    List<InstalledPlugin> installedPlugins();

    /**
     * A plugin and its modules.
     *
     * @param pluginId the plugin
     * @param modules its modules in the order in which they were added
     */
    record InstalledPlugin(String pluginId, List<InstalledModule> modules) {
        /** Keeps its own copy of the modules. */
        public InstalledPlugin {
            modules = List.copyOf(modules);
        }
    }

    /**
     * A module.
     *
     * @param moduleId the module
     */
    record InstalledModule(String moduleId) {}
}
