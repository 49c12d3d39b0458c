// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads URLs by the URL standard, as far as hosts, paths, queries and fragments go. */
final class UrlParser {
    private static final String FRAGMENT_ESCAPED = " \"<>`";
    private static final String QUERY_ESCAPED = " \"#<>";
    private static final String PATH_ESCAPED = QUERY_ESCAPED + "?`{}";
    private static final String USER_ESCAPED = PATH_ESCAPED + "/:;=@[\\]^|";
    private static final int MAX_PORT = 65_535;

    private UrlParser() {}

    static Optional<UrlParts> parse(String input, @Nullable UrlParts base) {
        var url = clean(input);
        var hash = url.indexOf('#');
        var fragment = hash < 0 ? "" : "#" + fragment(url.substring(hash + 1));
        var rest = hash < 0 ? url : url.substring(0, hash);
        var colon = schemeEnd(rest);
        if (colon > 0) {
            return absolute(rest.substring(0, colon).toLowerCase(Locale.ROOT), rest.substring(colon + 1), fragment);
        }
        return base == null || !base.path().startsWith("/") ? Optional.empty() : relative(rest, base, fragment);
    }

    private static Optional<UrlParts> absolute(String scheme, String rest, String fragment) {
        if (UrlParts.isSpecial(scheme)) {
            var skipped = scheme.equals("file") ? Math.min(2, slashes(rest)) : slashes(rest);
            return withAuthority(scheme, rest.substring(skipped), fragment);
        }
        if (rest.startsWith("//")) {
            return withAuthority(scheme, rest.substring(2), fragment);
        }
        var path = beforeQuery(rest);
        var hierarchical = path.startsWith("/") ? path(path, scheme) : escape(path, "");
        return Optional.of(new UrlParts(scheme, false, "", "", "", "", hierarchical, queryOf(rest, scheme), fragment));
    }

    private static Optional<UrlParts> relative(String reference, UrlParts base, String fragment) {
        var scheme = base.scheme();
        var special = UrlParts.isSpecial(scheme);
        var text = special ? beforeQuery(reference).replace('\\', '/') + afterPath(reference) : reference;
        if (text.startsWith("//")) {
            return withAuthority(scheme, text.substring(special ? slashes(text) : 2), fragment);
        }
        var given = beforeQuery(text);
        if (given.isEmpty()) {
            var query = text.isEmpty() ? base.query() : queryOf(text, scheme);
            return Optional.of(base.withQuery(query).withFragment(fragment));
        }
        var folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
        var path = path(given.startsWith("/") ? given : folder + given, scheme);
        return Optional.of(base.withPath(path).withQuery(queryOf(text, scheme)).withFragment(fragment));
    }

    private static Optional<UrlParts> withAuthority(String scheme, String rest, String fragment) {
        var end = authorityEnd(rest, UrlParts.isSpecial(scheme));
        var authority = rest.substring(0, end);
        var at = authority.lastIndexOf('@');
        var user = at < 0 ? "" : authority.substring(0, at);
        var colon = user.indexOf(':');
        var address = authority.substring(at + 1);
        var portColon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        var port = port(portColon < 0 ? "" : address.substring(portColon + 1), scheme);
        var hostname = UrlHost.parse(portColon < 0 ? address : address.substring(0, portColon), scheme);
        if (port.isEmpty() || hostname.isEmpty()) {
            return Optional.empty();
        }
        var tail = rest.substring(end);
        var path = beforeQuery(tail);
        return Optional.of(new UrlParts(
                scheme,
                true,
                escape(colon < 0 ? user : user.substring(0, colon), USER_ESCAPED),
                escape(colon < 0 ? "" : user.substring(colon + 1), USER_ESCAPED),
                hostname.get(),
                port.get(),
                path.isEmpty() && !UrlParts.isSpecial(scheme) ? "" : path(path, scheme),
                queryOf(tail, scheme),
                fragment));
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

    private static String queryOf(String text, String scheme) {
        var tail = afterPath(text);
        return tail.isEmpty() ? "" : "?" + query(tail.substring(1), scheme);
    }

    private static String beforeQuery(String text) {
        return text.substring(0, text.length() - afterPath(text).length());
    }

    private static String afterPath(String text) {
        var mark = text.indexOf('?');
        return mark < 0 ? "" : text.substring(mark);
    }

    private static String escape(String text, String escaped) {
        return PercentEncoding.encode(
                text, character -> character < ' ' || character > '~' || escaped.indexOf(character) >= 0);
    }

    private static int authorityEnd(String rest, boolean special) {
        var end = 0;
        while (end < rest.length()
                && rest.charAt(end) != '/'
                && rest.charAt(end) != '?'
                && !(special && rest.charAt(end) == '\\')) {
            end++;
        }
        return end;
    }

    private static int slashes(String rest) {
        var count = 0;
        while (count < rest.length() && (rest.charAt(count) == '/' || rest.charAt(count) == '\\')) {
            count++;
        }
        return count;
    }

    private static int schemeEnd(String url) {
        var colon = url.indexOf(':');
        if (colon < 1 || !PercentEncoding.isLetter(url.charAt(0))) {
            return -1;
        }
        var valid = url.chars()
                .limit(colon)
                .allMatch(character -> PercentEncoding.isAlphanumeric(character) || "+-.".indexOf(character) >= 0);
        return valid ? colon : -1;
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
        return value.substring(start, end).replace("\t", "").replace("\n", "").replace("\r", "");
    }
}
