// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.ArrayList;
import java.util.Locale;

/** Escapes the parts of URLs, each by its own rules. */
final class UrlEscapes {
    private static final String FRAGMENT_ESCAPED = " \"<>`";
    private static final String QUERY_ESCAPED = " \"#<>";
    private static final String PATH_ESCAPED = QUERY_ESCAPED + "?`{}";
    private static final String USER_ESCAPED = PATH_ESCAPED + "/:;=@[\\]^|";

    private UrlEscapes() {}

    /** Escapes and normalizes a path. */
    static String path(String text, String scheme) {
        var special = UrlParts.isSpecial(scheme);
        var segments = new ArrayList<String>();
        var given = (special ? text.replace('\\', '/') : text).split("/", -1);
        for (var at = text.startsWith("/") || (special && text.startsWith("\\")) ? 1 : 0; at < given.length; at++) {
            var dots = given[at].toLowerCase(Locale.ROOT).replace("%2e", ".");
            var last = at == given.length - 1;
            if (dots.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            }
            if (!dots.equals(".") && !dots.equals("..")) {
                segments.add(escape(given[at], PATH_ESCAPED));
            } else if (last) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }

    static String query(String text, String scheme) {
        return escape(text, UrlParts.isSpecial(scheme) ? QUERY_ESCAPED + "'" : QUERY_ESCAPED);
    }

    static String fragment(String text) {
        return escape(text, FRAGMENT_ESCAPED);
    }

    /** A path that has no segments, as in {@code mailto:a@b}. */
    static String opaquePath(String text) {
        return escape(text, "");
    }

    /** A user's name or password. */
    static String user(String text) {
        return escape(text, USER_ESCAPED);
    }

    private static String escape(String text, String escaped) {
        return PercentEncoding.encode(
                text, character -> character < ' ' || character > '~' || escaped.indexOf(character) >= 0);
    }
}
