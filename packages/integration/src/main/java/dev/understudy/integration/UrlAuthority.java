// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Optional;

/** Who is asked, and as whom. */
record UrlAuthority(String username, String password, String hostname, String port) {
    private static final int MAX_PORT = 65_535;

    static Optional<UrlAuthority> parse(String authority, String scheme) {
        var at = authority.lastIndexOf('@');
        var user = at < 0 ? "" : authority.substring(0, at);
        var colon = user.indexOf(':');
        var username = UrlEscapes.user(colon < 0 ? user : user.substring(0, colon));
        var password = UrlEscapes.user(colon < 0 ? "" : user.substring(colon + 1));
        var address = authority.substring(at + 1);
        var portColon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        var port = port(portColon < 0 ? "" : address.substring(portColon + 1), scheme);
        var hostname = UrlHost.parse(portColon < 0 ? address : address.substring(0, portColon), scheme);
        return port.flatMap(number -> hostname.map(name -> new UrlAuthority(username, password, name, number)));
    }

    private static Optional<String> port(String text, String scheme) {
        if (text.isEmpty()) {
            return Optional.of("");
        }
        if (text.length() > 9 || !text.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return Optional.empty();
        }
        var number = Integer.parseInt(text);
        var port = Integer.toString(number);
        return number > MAX_PORT ? Optional.empty() : Optional.of(UrlParts.isDefaultPort(scheme, port) ? "" : port);
    }
}
