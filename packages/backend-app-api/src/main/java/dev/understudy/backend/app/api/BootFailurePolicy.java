// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says which plugins and modules may fail to start, after {@code backend.startup}. Anything but {@code continue} means
 * that they may not.
 */
final class BootFailurePolicy {
    private static final String PLUGIN_KEY = "onPluginBootFailure";
    private static final String MODULE_KEY = "onPluginModuleBootFailure";

    private final Map<Owner, Boolean> exceptions = new HashMap<>();
    private boolean pluginsMayFail;
    private boolean modulesMayFail;

    private BootFailurePolicy() {}

    /** The policy without configuration: nothing may fail. */
    static BootFailurePolicy abort() {
        return new BootFailurePolicy();
    }

    static BootFailurePolicy fromConfig(Config config) {
        var policy = new BootFailurePolicy();
        policy.pluginsMayFail =
                read(config, "backend.startup.default." + PLUGIN_KEY).orElse(false);
        policy.modulesMayFail =
                read(config, "backend.startup.default." + MODULE_KEY).orElse(false);
        config.optionalConfig("backend.startup.plugins")
                .ifPresent(plugins ->
                        plugins.keys().forEach(pluginId -> policy.readPlugin(pluginId, plugins.config(pluginId))));
        return policy;
    }

    boolean allowsFailureOf(Owner owner) {
        var fallback = owner.moduleId().isPresent() ? modulesMayFail : pluginsMayFail;
        return exceptions.getOrDefault(owner, fallback);
    }

    private void readPlugin(String pluginId, Config plugin) {
        read(plugin, PLUGIN_KEY).ifPresent(allowed -> exceptions.put(Owner.plugin(pluginId), allowed));
        plugin.optionalConfig("modules")
                .ifPresent(modules -> modules.keys()
                        .forEach(moduleId -> read(modules.config(moduleId), MODULE_KEY)
                                .ifPresent(allowed -> exceptions.put(Owner.module(pluginId, moduleId), allowed))));
    }

    private static Optional<Boolean> read(Config config, String key) {
        return config.optionalString(key).map("continue"::equals);
    }
}
