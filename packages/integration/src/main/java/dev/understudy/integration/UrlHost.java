// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host in a URL, in its one spelling: lower case, ASCII, addresses in dotted decimals. */
final class UrlHost {
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%\u007f";
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");

    private UrlHost() {}

    static Optional<String> parse(String text, String scheme) {
        if (text.startsWith("[")) {
            return IPV6.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        if (text.isEmpty()) {
            var optional = scheme.equals("file") || !UrlParts.isSpecial(scheme);
            return optional ? Optional.of("") : Optional.empty();
        }
        if (!UrlParts.isSpecial(scheme)) {
            return Optional.of(PercentEncoding.encode(text, character -> character < ' '));
        }
        return ascii(PercentEncoding.decodeLeniently(text))
                .filter(host ->
                        host.chars().noneMatch(character -> character < ' ' || FORBIDDEN.indexOf(character) >= 0))
                .flatMap(UrlHost::address);
    }

    private static Optional<String> ascii(String host) {
        if (host.chars().allMatch(character -> character < 128)) {
            return Optional.of(host.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static Optional<String> address(String host) {
        var text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var labels = text.split("\\.", -1);
        if (!NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return Optional.of(host);
        }
        return labels.length > 4 ? Optional.empty() : dotted(labels);
    }

    private static Optional<String> dotted(String[] labels) {
        var address = 0L;
        for (var at = 0; at < labels.length; at++) {
            var last = at == labels.length - 1;
            var number = number(labels[at]);
            var room = last ? 8 * (5 - labels.length) : 8;
            if (number < 0 || number >= 1L << room) {
                return Optional.empty();
            }
            address += last ? number : number << (8 * (3 - at));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    private static long number(String label) {
        if (!NUMBER.matcher(label).matches() || label.length() > 16) {
            return -1;
        }
        try {
            if (label.startsWith("0x") || label.startsWith("0X")) {
                return label.length() == 2 ? 0 : Long.parseLong(label.substring(2), 16);
            }
            return Long.parseLong(label, label.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException notOctal) {
            return -1;
        }
    }
}
