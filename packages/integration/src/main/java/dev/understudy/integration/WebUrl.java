// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.errors.TypeException;
import java.util.Optional;

/**
 * A URL by the URL standard (url.spec.whatwg.org), which is what the reference and browsers go by; {@link java.net.URI}
 * is stricter and normalizes less. Immutable. Counterpart: {@code URL}.
 */
public final class WebUrl {
    private final UrlParts parts;

    private WebUrl(UrlParts parts) {
        this.parts = parts;
    }

    /**
     * Reads an absolute URL.
     *
     * @throws TypeException if it is none
     */
    public static WebUrl parse(String url) {
        return tryParse(url).orElseThrow(WebUrl::invalid);
    }

    /** Reads an absolute URL, if it is one. */
    public static Optional<WebUrl> tryParse(String url) {
        return UrlParser.parse(url, null).map(WebUrl::new);
    }

    /** Whether a text is an absolute URL. */
    public static boolean isValid(String url) {
        return tryParse(url).isPresent();
    }

    /**
     * Follows a reference, which may be absolute, from this URL.
     *
     * @throws TypeException if it leads nowhere
     */
    public WebUrl resolve(String reference) {
        return UrlParser.parse(reference, parts).map(WebUrl::new).orElseThrow(WebUrl::invalid);
    }

    /** The scheme in lower case, without a colon. */
    public String scheme() {
        return parts.scheme();
    }

    /** Host and, unless it is the scheme's own, port; empty if there is no host. */
    public String host() {
        return parts.host();
    }

    /** The host without a port. */
    public String hostname() {
        return parts.hostname();
    }

    /** The port; empty if there is none or it is the scheme's own. */
    public String port() {
        return parts.port();
    }

    /** The user name in front of the host, as written. */
    public String username() {
        return parts.username();
    }

    /** Scheme, host and port; the text {@code null} for schemes without hosts. */
    public String origin() {
        return UrlParts.isSpecial(scheme()) && !scheme().equals("file") ? scheme() + "://" + host() : "null";
    }

    /** The path, as escaped. */
    public String pathname() {
        return parts.path();
    }

    /** The query with its question mark; empty if there is none or it is empty. */
    public String search() {
        return parts.query().length() > 1 ? parts.query() : "";
    }

    /** The parameters in the query. */
    public FormParameters parameters() {
        return FormParameters.parse(search().isEmpty() ? "" : search().substring(1));
    }

    /** This URL with another path. */
    public WebUrl withPathname(String path) {
        return new WebUrl(parts.withPath(UrlEscapes.path(path, parts.scheme())));
    }

    /** This URL with another query, with or without its question mark; none if it is empty. */
    public WebUrl withSearch(String query) {
        var text = query.startsWith("?") ? query.substring(1) : query;
        return new WebUrl(parts.withQuery(text.isEmpty() ? "" : "?" + UrlEscapes.query(text, parts.scheme())));
    }

    /** This URL with other parameters. */
    public WebUrl withParameters(FormParameters parameters) {
        var text = parameters.toString();
        return new WebUrl(parts.withQuery(text.isEmpty() ? "" : "?" + text));
    }

    /** This URL with one parameter set. */
    public WebUrl withParameter(String name, String value) {
        return withParameters(parameters().set(name, value));
    }

    /** This URL with another fragment, without its number sign; none if it is empty. */
    public WebUrl withHash(String fragment) {
        return new WebUrl(parts.withFragment(fragment.isEmpty() ? "" : "#" + UrlEscapes.fragment(fragment)));
    }

    @Override
    public String toString() {
        return parts.href();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebUrl that && that.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    private static TypeException invalid() {
        return new TypeException("Invalid URL");
    }
}
