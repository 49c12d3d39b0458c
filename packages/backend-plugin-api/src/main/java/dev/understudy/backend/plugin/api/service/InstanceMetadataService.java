// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Tells a plugin what is installed in its backend, as one flat list. Safe for use by any thread.
 *
 * <p>Backstage counterpart: {@code InstanceMetadataService} of {@code @backstage/backend-plugin-api/alpha}.
 */
public interface InstanceMetadataService {
    /** Every plugin in the order in which they were added, each followed by its modules. */
    List<InstalledFeature> installedFeatures();

    /** A plugin or a module. */
    sealed interface InstalledFeature {
        /** The plugin, or that of the module. */
        String pluginId();
    }

    /** A plugin. */
    record InstalledPlugin(String pluginId) implements InstalledFeature {}

    /** A module. */
    record InstalledModule(String pluginId, String moduleId) implements InstalledFeature {}
}
