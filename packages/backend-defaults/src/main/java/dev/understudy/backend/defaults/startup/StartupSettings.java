// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.config.Config;

/**
 * Who gets to see how the backend started.
 *
 * @param enabled whether anybody does
 * @param page whether there is a page, which needs no token on the machine that the backend runs on
 */
record StartupSettings(boolean enabled, boolean page) {
    static StartupSettings fromConfig(Config config, NodeEnvironment environment) {
        var enabled = config.optionalBool("understudy.startup.enabled").orElse(true);
        var page = config.optionalBool("understudy.startup.page").orElse(!environment.isProduction());
        return new StartupSettings(enabled, enabled && page);
    }
}
