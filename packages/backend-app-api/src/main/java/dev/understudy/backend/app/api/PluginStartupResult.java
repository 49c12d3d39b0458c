// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a plugin and its modules started. Backstage counterpart: {@code PluginStartupResult}.
 *
 * @param pluginId the plugin
 * @param beginAt when its start began
 * @param resultAt when its start ended
 * @param failure why it did not start
 * @param modules its modules, in the order in which they ended
 */
public record PluginStartupResult(
        String pluginId,
        Instant beginAt,
        Instant resultAt,
        Optional<StartupFailure> failure,
        List<ModuleStartupResult> modules) {
    /** Keeps its own copy of the modules. */
    public PluginStartupResult {
        modules = List.copyOf(modules);
    }
}
