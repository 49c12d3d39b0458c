// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.Connection;
import dev.understudy.backend.plugin.api.service.ConnectionAuth;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.backend.plugin.api.service.ConnectionsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.integration.WebUrl;
import java.util.List;
import java.util.Optional;

/** The connections that one plugin may use. */
record PluginConnections(List<ConfiguredConnection> connections, LoggerService logger) implements ConnectionsService {
    static PluginConnections of(List<ConfiguredConnection> all, String pluginId, LoggerService logger) {
        var allowed = all.stream()
                .flatMap(connection -> connection.forPlugin(pluginId).stream())
                .toList();
        return new PluginConnections(allowed, logger);
    }

    @Override
    public Connection find(String type, ConnectionQuery query) {
        return find(type, host(type, query)).connection();
    }

    @Override
    public AuthorizedConnection find(String type, ConnectionQuery query, List<String> authMethods) {
        var host = host(type, query);
        var found = find(type, host);
        var forHost = host.map(name -> " for host \"" + name + "\"").orElse("");
        if (found.auth().isEmpty()) {
            throw new NotAllowedException(
                    "Connection of type \"" + type + "\"" + forHost + " has no auth method available to this plugin");
        }
        var auth = found.type()
                .rules()
                .pick(found.auth(), query)
                .orElseThrow(() -> notFound(type))
                .auth();
        requireOneOf(authMethods, auth, type);
        logger.debug("Selected connection of type \"" + type + "\"" + forHost + " using auth method \"" + auth.method()
                + "\"");
        return new AuthorizedConnection(found.connection(), auth);
    }

    private ConfiguredConnection find(String type, Optional<String> host) {
        logger.debug("Finding connection of type \"" + type + "\""
                + host.map(name -> " matching host \"" + name + "\"").orElse(""));
        return connections.stream()
                .filter(connection -> connection.type().type().equals(type)
                        && connection.host().equals(host))
                .findFirst()
                .orElseThrow(() -> notFound(type));
    }

    private static Optional<String> host(String type, ConnectionQuery query) {
        var singleton =
                ConnectionTypes.find(type).orElseThrow(() -> notFound(type)).singleton();
        return singleton ? Optional.empty() : Optional.of(host(query));
    }

    private static String host(ConnectionQuery query) {
        var url = switch (query) {
            case ConnectionQuery.Url(var text) -> text;
            case ConnectionQuery.Aws _ -> "undefined";
        };
        return WebUrl.tryParse(url)
                .map(WebUrl::host)
                .orElseThrow(() -> new InputException("Invalid url \"" + url + "\" passed to ConnectionsService.find"));
    }

    private static void requireOneOf(List<String> authMethods, ConnectionAuth auth, String type) {
        if (!authMethods.contains(auth.method())) {
            throw new NotAllowedException(
                    "Connection not found for type \"" + type + "\" with auth method \"" + auth.method() + "\"");
        }
    }

    private static NotFoundException notFound(String type) {
        return new NotFoundException("Connection not found for type \"" + type + "\"");
    }
}
