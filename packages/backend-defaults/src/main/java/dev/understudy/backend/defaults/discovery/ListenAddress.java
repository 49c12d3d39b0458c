// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import dev.understudy.config.Config;
import tools.jackson.databind.JsonNode;

/** Where this backend listens, as far as others on the same machine need to know. */
record ListenAddress(String host, int port) {
    private static final int DEFAULT_PORT = 7007;

    static ListenAddress fromConfig(Config config) {
        return config.optionalValue("backend.listen")
                .filter(JsonNode::isString)
                .map(text -> parse(text.stringValue()))
                .orElseGet(() -> new ListenAddress(
                        host(config),
                        config.optionalInteger("backend.listen.port").orElse(DEFAULT_PORT)));
    }

    private static String host(Config config) {
        var host = config.optionalValue("backend.listen.host");
        return host.filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElseGet(() -> config.optionalString("backend.listen.host").orElse(""));
    }

    private static ListenAddress parse(String text) {
        var colon = text.lastIndexOf(':');
        var host = colon < 0 ? "" : text.substring(0, colon);
        try {
            var port = Integer.parseInt(text.substring(colon + 1).strip());
            if (!host.contains(":")) {
                return new ListenAddress(host, port);
            }
        } catch (NumberFormatException malformed) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "Unable to parse listen address " + text + ", expected <port> or <host>:<port>");
    }

    /** The host and port as they stand in a URL of somebody on the same machine. */
    String reachable() {
        var reachable = switch (host) {
            case "", "::" -> "localhost";
            case "0.0.0.0" -> "127.0.0.1";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
        return reachable + ":" + port;
    }
}
