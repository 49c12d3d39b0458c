// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an entry about external access allows per plugin. */
final class AccessRestrictionsConfig {
    private static final List<String> KEYS = List.of("plugin", "permission", "permissionAttribute");
    private static final List<String> ACTIONS = List.of("create", "read", "update", "delete");

    private AccessRestrictionsConfig() {}

    /** The restrictions by plugin; empty if there are none at all. */
    static Map<String, AccessRestrictions> read(Config entry) {
        var result = new LinkedHashMap<String, AccessRestrictions>();
        for (var config : entry.optionalConfigArray("accessRestrictions").orElse(List.of())) {
            for (var key : config.keys()) {
                require(
                        KEYS.contains(key),
                        "Invalid key '" + key + "' in 'accessRestrictions' config, expected one of "
                                + TextChecks.quoted(KEYS));
            }
            var pluginId = config.string("plugin");
            var restrictions = new AccessRestrictions(TextChecks.list(config, "permission"), actions(config));
            require(
                    result.putIfAbsent(pluginId, restrictions) == null,
                    "Attempted to declare 'accessRestrictions' twice for plugin '" + pluginId
                            + "', which is not permitted");
        }
        return result;
    }

    private static Set<String> actions(Config config) {
        var attributes = config.optionalConfig("permissionAttribute");
        if (attributes.isEmpty()) {
            return Set.of();
        }
        for (var key : attributes.get().keys()) {
            require(
                    key.equals("action"),
                    "Invalid key '" + key + "' in 'permissionAttribute' config, expected 'action'");
        }
        var actions = TextChecks.list(attributes.get(), "action");
        for (var action : actions) {
            require(
                    ACTIONS.contains(action),
                    "Invalid value '" + action + "' at 'action' in 'permissionAttributes' config, valid values are "
                            + TextChecks.quoted(ACTIONS));
        }
        return actions;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
