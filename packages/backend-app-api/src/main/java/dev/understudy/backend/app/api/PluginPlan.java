// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.List;

/** A plugin and its modules, in the order in which they were added. */
record PluginPlan(Registration plugin, List<Registration> modules) {
    String pluginId() {
        return plugin.owner().pluginId();
    }
}
