// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.IDN;

/** Whether a text is the host of a URL, by the URL standard. */
final class HostSyntax {
    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    /** DNS allows no more; and the JDK's encoder takes quadratic time. */
    private static final int MAX_INTERNATIONAL_DOMAIN = 253;

    private static final char REPLACEMENT = '\ufffd';

    private HostSyntax() {}

    static boolean isValid(String host, boolean special) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && Ipv6Syntax.isValid(host.substring(1, host.length() - 1));
        }
        return special
                ? isValidDomain(percentDecode(host))
                : Characters.all(host, character -> FORBIDDEN.indexOf(character) < 0);
    }

    private static boolean isValidDomain(String domain) {
        var ascii = toAscii(domain);
        return !ascii.isEmpty()
                && Characters.all(ascii, character -> !isForbiddenInDomain(character))
                && (!Ipv4Syntax.endsInNumber(ascii) || Ipv4Syntax.isValid(ascii));
    }

    private static boolean isForbiddenInDomain(int character) {
        return character < ' ' || character == '%' || character >= 0x7f || FORBIDDEN.indexOf(character) >= 0;
    }

    /** The domain in ASCII; empty when it has no such form. */
    private static String toAscii(String domain) {
        if (domain.indexOf(REPLACEMENT) >= 0) {
            return "";
        }
        if (Characters.all(domain, character -> character < 0x80)) {
            return hasBrokenPunycode(domain) ? "" : domain;
        }
        if (domain.length() > MAX_INTERNATIONAL_DOMAIN) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static boolean hasBrokenPunycode(String domain) {
        for (var label : domain.split("\\.", -1)) {
            if (label.regionMatches(true, 0, "xn--", 0, 4) && !Punycode.decodes(label.substring(4))) {
                return true;
            }
        }
        return false;
    }

    private static String percentDecode(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        var bytes = host.getBytes(UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (var index = 0; index < bytes.length; index++) {
            if (isEscape(bytes, index)) {
                decoded.write(Characters.hexValue(bytes[index + 1]) * 16 + Characters.hexValue(bytes[index + 2]));
                index += 2;
            } else {
                decoded.write(bytes[index]);
            }
        }
        return decoded.toString(UTF_8);
    }

    private static boolean isEscape(byte[] bytes, int index) {
        return bytes[index] == '%'
                && index + 2 < bytes.length
                && Characters.hexValue(bytes[index + 1]) >= 0
                && Characters.hexValue(bytes[index + 2]) >= 0;
    }
}
