// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.ConnectionAuth;
import java.util.List;
import java.util.Optional;

/**
 * A way to log in, as configured.
 *
 * @param plugins who may use it; everybody if there is no list
 */
record ConfiguredAuth(ConnectionAuth auth, Optional<List<String>> plugins) {
    boolean isOf(String method) {
        return auth.method().equals(method);
    }

    boolean isFor(String pluginId) {
        return plugins.map(ids -> ids.contains(pluginId)).orElse(true);
    }
}
