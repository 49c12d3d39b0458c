// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.config.Config;

/**
 * What to do when something changes at a host of source code.
 *
 * @param refresh whether entities are refreshed whose files changed
 * @param unregister whether locations are unregistered that went away
 * @param move whether locations are changed that moved
 */
public record ScmEventHandling(boolean refresh, boolean unregister, boolean move) {
    private static final String KEY = "catalog.scmEvents";

    /** Reads {@code catalog.scmEvents}: nothing is done unless it says so. */
    public static ScmEventHandling fromConfig(Config config) {
        var value = config.optionalValue(KEY);
        if (value.filter(given -> given.asBoolean(false)).isPresent()) {
            return all(true);
        }
        if (value.isEmpty() || value.get().isBoolean()) {
            return all(false);
        }
        return new ScmEventHandling(flag(config, "refresh"), flag(config, "unregister"), flag(config, "move"));
    }

    private static ScmEventHandling all(boolean enabled) {
        return new ScmEventHandling(enabled, enabled, enabled);
    }

    private static boolean flag(Config config, String name) {
        return config.optionalBool(KEY + "." + name).orElse(true);
    }
}
