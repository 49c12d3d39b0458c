// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;

/**
 * Where the server listens.
 *
 * @param host a name or an address; empty for all addresses of the machine
 * @param port from 0 to 65535; 0 for any that is free
 */
record ListenAddress(String host, int port) {
    private static final int DEFAULT_PORT = 7007;

    ListenAddress {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "Invalid port " + port + " in config at 'backend.listen', expected a number from 0 to 65535");
        }
    }

    static ListenAddress fromConfig(Config config) {
        var listen = config.optionalValue("backend.listen");
        if (listen.isPresent() && listen.get().isString()) {
            return parse(listen.get().asString());
        }
        if (listen.isPresent() && listen.get().isNumber()) {
            return new ListenAddress("", config.integer("backend.listen"));
        }
        var host = config.optionalValue("backend.listen.host")
                .filter(value -> value.isString() && value.asString().isEmpty())
                .map(_ -> "")
                .or(() -> config.optionalString("backend.listen.host"))
                .orElse("");
        return new ListenAddress(
                host, config.optionalInteger("backend.listen.port").orElse(DEFAULT_PORT));
    }

    private static ListenAddress parse(String text) {
        int colon = text.indexOf(':');
        int port = leadingInteger(text.substring(colon + 1));
        if (port < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw new IllegalArgumentException(
                    "Unable to parse listen address " + text + ", expected <port> or <host>:<port>");
        }
        return new ListenAddress(colon < 0 ? "" : text.substring(0, colon), port);
    }

    private static int leadingInteger(String text) {
        var stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && end < 9 && stripped.charAt(end) >= '0' && stripped.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(stripped.substring(0, end));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
