// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connection, as configured.
 *
 * @param plugins who may use it; everybody if there is no list
 */
record ConfiguredConnection(
        ConnectionType type, Connection connection, Optional<List<String>> plugins, List<ConfiguredAuth> auth) {
    /** What tells it from the others of its type. */
    Optional<String> host() {
        return type.singleton()
                ? Optional.empty()
                : connection.config().path("host").stringValueOpt();
    }

    /** The type, and the host if there is one. */
    String key() {
        return type.type() + host().map(host -> " " + host).orElse("");
    }

    ConfiguredConnection withTitle(String title) {
        var titled = new Connection(connection.type(), title, connection.config());
        return new ConfiguredConnection(type, titled, plugins, auth);
    }

    /** As a plugin sees it: with the ways to log in that are meant for the plugin before those for everybody. */
    Optional<ConfiguredConnection> forPlugin(String pluginId) {
        if (!plugins.map(ids -> ids.contains(pluginId)).orElse(true)) {
            return Optional.empty();
        }
        var allowed = auth.stream().filter(entry -> entry.isFor(pluginId)).toList();
        var meant = allowed.stream().filter(entry -> entry.plugins().isPresent());
        var others = allowed.stream().filter(entry -> entry.plugins().isEmpty());
        return Optional.of(new ConfiguredConnection(
                type, connection, plugins, Stream.concat(meant, others).toList()));
    }
}
