// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Tells what is installed in all backends that work together. Thread-safe.
 *
 * <p>Backstage counterpart: {@code RootSystemMetadataService}.
 */
public interface RootSystemMetadataService {
    /** The plugins that configuration places elsewhere, then those of this backend; a plugin may stand in both. */
    List<InstalledPlugin> installedPlugins();

    /** A plugin, wherever it runs. */
    record InstalledPlugin(String pluginId) {}
}
