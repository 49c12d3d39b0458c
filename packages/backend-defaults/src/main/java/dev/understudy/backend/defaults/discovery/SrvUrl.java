// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import dev.understudy.errors.InputException;
import java.net.URI;
import java.util.Locale;

/** A URL whose host is the name of a service, such as {@code http+srv://catalog.internal/api/catalog}. */
record SrvUrl(String protocol, String host, String path) {
    private static final String SUFFIX = "+srv";

    /** Whether a target is meant as such a URL; it may still be a wrong one. */
    static boolean isSrvUrl(String url) {
        if (!url.contains("+srv:") && !url.contains("+SRV:")) {
            return false;
        }
        try {
            parse(url.replaceAll("\\{\\{\\s*pluginId\\s*\\}\\}", "plugin"));
            return true;
        } catch (InputException other) {
            return false;
        }
    }

    static SrvUrl parse(String url) {
        var uri = uri(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        require(
                scheme.endsWith(SUFFIX) && uri.getHost() != null,
                "SRV resolver expected a URL with protocol http(s)+srv:// but got '" + url + "'");
        require(uri.getPort() < 0, "SRV resolver URLs cannot contain a port but got '" + url + "'");
        require(
                uri.getRawUserInfo() == null,
                "SRV resolver URLs cannot contain username or password but got '" + url + "'");
        require(
                uri.getRawQuery() == null && uri.getRawFragment() == null,
                "SRV resolver URLs cannot contain search params or a hash but got '" + url + "'");
        var protocol = scheme.substring(0, scheme.length() - SUFFIX.length());
        require(
                protocol.equals("http") || protocol.equals("https"),
                "SRV URLs must be based on http or https but got '" + url + "'");
        return new SrvUrl(protocol, uri.getHost(), uri.getRawPath().replaceAll("/+$", ""));
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new InputException(
                    "SRV resolver expected a valid URL starting with http(s)+srv:// but got '" + url + "'");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new InputException(message);
        }
    }
}
