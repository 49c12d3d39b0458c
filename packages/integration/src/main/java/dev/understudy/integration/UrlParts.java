// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Map;

/** The parts of a URL, escaped and normalized; query and fragment with their first character. */
record UrlParts(
        String scheme,
        boolean hasAuthority,
        String username,
        String password,
        String hostname,
        String port,
        String path,
        String query,
        String fragment) {
    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21", "file", "");

    static boolean isSpecial(String scheme) {
        return DEFAULT_PORTS.containsKey(scheme);
    }

    static boolean isDefaultPort(String scheme, String port) {
        return port.equals(DEFAULT_PORTS.get(scheme));
    }

    String host() {
        return port.isEmpty() ? hostname : hostname + ":" + port;
    }

    String href() {
        return scheme + ":" + (hasAuthority ? "//" + userInfo() + host() : "") + path + query + fragment;
    }

    private String userInfo() {
        var secret = password.isEmpty() ? "" : ":" + password;
        return username.isEmpty() && secret.isEmpty() ? "" : username + secret + "@";
    }

    UrlParts withPath(String other) {
        return new UrlParts(scheme, hasAuthority, username, password, hostname, port, other, query, fragment);
    }

    UrlParts withQuery(String other) {
        return new UrlParts(scheme, hasAuthority, username, password, hostname, port, path, other, fragment);
    }

    UrlParts withFragment(String other) {
        return new UrlParts(scheme, hasAuthority, username, password, hostname, port, path, query, other);
    }
}
