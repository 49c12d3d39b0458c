// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a text is an absolute URL by the URL standard (url.spec.whatwg.org), which is what the reference asks. The
 * JDK's own {@code URI} is much stricter. Only what can fail is looked at; a path, query or fragment never fails.
 */
final class UrlSyntax {
    private static final Set<String> SPECIAL = Set.of("ftp", "http", "https", "ws", "wss");
    private static final int MAX_PORT = 65_535;

    private UrlSyntax() {}

    static boolean isValid(String value) {
        var url = clean(value);
        var colon = url.indexOf(':');
        if (colon < 1 || !isScheme(url, colon)) {
            return false;
        }
        var scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        var rest = url.substring(colon + 1);
        if (SPECIAL.contains(scheme)) {
            return isValidAuthority(authority(rest.substring(slashes(rest)), true), true);
        }
        if (scheme.equals("file")) {
            return slashes(rest) < 2 || isValidFileHost(authority(rest.substring(2), true));
        }
        return !rest.startsWith("//") || isValidAuthority(authority(rest.substring(2), false), false);
    }

    private static String clean(String value) {
        var start = 0;
        var end = value.length();
        while (start < end && value.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) <= ' ') {
            end--;
        }
        var url = value.substring(start, end);
        return Characters.all(url, character -> character >= ' ')
                ? url
                : url.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    private static boolean isScheme(String url, int end) {
        return Characters.isLetter(url.charAt(0))
                && Characters.all(
                        url.substring(0, end),
                        character -> Characters.isAlphanumeric(character) || "+-.".indexOf(character) >= 0);
    }

    private static int slashes(String rest) {
        var count = 0;
        while (count < rest.length() && (rest.charAt(count) == '/' || rest.charAt(count) == '\\')) {
            count++;
        }
        return count;
    }

    private static String authority(String rest, boolean special) {
        for (var index = 0; index < rest.length(); index++) {
            var character = rest.charAt(index);
            if (character == '/' || character == '?' || character == '#' || (special && character == '\\')) {
                return rest.substring(0, index);
            }
        }
        return rest;
    }

    private static boolean isValidFileHost(String host) {
        var isDriveLetter = host.length() == 2
                && Characters.isLetter(host.charAt(0))
                && (host.charAt(1) == ':' || host.charAt(1) == '|');
        return host.isEmpty() || isDriveLetter || HostSyntax.isValid(host, true);
    }

    private static boolean isValidAuthority(String authority, boolean special) {
        var at = authority.lastIndexOf('@');
        var hostAndPort = authority.substring(at + 1);
        if (hostAndPort.isEmpty()) {
            return at < 0 && !special;
        }
        var colon = portColon(hostAndPort);
        return colon < 0
                ? HostSyntax.isValid(hostAndPort, special)
                : colon > 0
                        && HostSyntax.isValid(hostAndPort.substring(0, colon), special)
                        && isValidPort(hostAndPort.substring(colon + 1));
    }

    /** The first colon that is not within brackets. */
    private static int portColon(String hostAndPort) {
        var inBrackets = false;
        for (var index = 0; index < hostAndPort.length(); index++) {
            switch (hostAndPort.charAt(index)) {
                case '[' -> inBrackets = true;
                case ']' -> inBrackets = false;
                case ':' -> {
                    if (!inBrackets) {
                        return index;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static boolean isValidPort(String port) {
        var value = 0;
        for (var index = 0; index < port.length(); index++) {
            if (!Characters.isDigit(port.charAt(index))) {
                return false;
            }
            value = Math.min(value * 10 + port.charAt(index) - '0', MAX_PORT + 1);
        }
        return value <= MAX_PORT;
    }
}
