// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads URLs by the URL standard, as far as hosts, paths, queries and fragments go. */
final class UrlParser {
    private UrlParser() {}

    static Optional<UrlParts> parse(String input, @Nullable UrlParts base) {
        var url = clean(input);
        var hash = url.indexOf('#');
        var fragment = hash < 0 ? "" : "#" + UrlEscapes.fragment(url.substring(hash + 1));
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
        var hierarchical = path.startsWith("/") ? UrlEscapes.path(path, scheme) : UrlEscapes.opaquePath(path);
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
        var path = UrlEscapes.path(given.startsWith("/") ? given : folder + given, scheme);
        return Optional.of(base.withPath(path).withQuery(queryOf(text, scheme)).withFragment(fragment));
    }

    private static Optional<UrlParts> withAuthority(String scheme, String rest, String fragment) {
        var end = authorityEnd(rest, UrlParts.isSpecial(scheme));
        var authority = UrlAuthority.parse(rest.substring(0, end), scheme);
        var tail = rest.substring(end);
        var path = beforeQuery(tail);
        return authority.map(place -> new UrlParts(
                scheme,
                true,
                place.username(),
                place.password(),
                place.hostname(),
                place.port(),
                path.isEmpty() && !UrlParts.isSpecial(scheme) ? "" : UrlEscapes.path(path, scheme),
                queryOf(tail, scheme),
                fragment));
    }

    private static String queryOf(String text, String scheme) {
        var tail = afterPath(text);
        return tail.isEmpty() ? "" : "?" + UrlEscapes.query(tail.substring(1), scheme);
    }

    private static String beforeQuery(String text) {
        return text.substring(0, text.length() - afterPath(text).length());
    }

    private static String afterPath(String text) {
        var mark = text.indexOf('?');
        return mark < 0 ? "" : text.substring(mark);
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
