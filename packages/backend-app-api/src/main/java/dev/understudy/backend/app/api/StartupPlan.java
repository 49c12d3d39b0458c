// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.List;
import java.util.Set;

/**
 * What will be started.
 *
 * @param pluginIds every plugin that is mentioned, installed or not
 * @param plugins the plugins to start
 * @param extensionPoints what modules can extend
 * @param failures what can not be started
 */
record StartupPlan(
        Set<String> pluginIds, List<PluginPlan> plugins, ExtensionPoints extensionPoints, List<Failure> failures) {

    /** Why a plugin or module can not be started. */
    record Failure(Owner owner, WiringException cause) {}
}
