// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the handler at its place in the tree of routers sees it. Used by one thread at a time.
 *
 * <p>Backstage counterpart: Express's {@code req}.
 */
public interface HttpRequest {
    /** The method, in upper case. */
    String method();

    /** The path relative to where the handler is mounted, still percent-encoded, with a leading slash. */
    String path();

    /** The path that routers above have consumed, still percent-encoded; empty at the root. */
    String baseUrl();

    /** The text after the question mark, undecoded; empty when there is none. */
    String rawQuery();

    /** The parameters of the query, decoded. */
    QueryParameters query();

    /**
     * The decoded value of a {@code :name} in the matched path.
     *
     * @throws IllegalArgumentException when the path has no such name
     */
    String param(String name);

    /** The first value of a header, by case-insensitive name. */
    Optional<String> header(String name);

    /** All values of a header, by case-insensitive name. */
    List<String> headers(String name);

    /** The names and values of all cookies. */
    Map<String, String> cookies();

    /** The address of the client, as far as {@code backend.trustProxy} trusts what proxies say. */
    String clientAddress();

    /** The address at the other end of the connection, which may be that of a proxy. */
    String socketAddress();

    /** The protocol's version, such as {@code 1.1}. */
    String httpVersion();

    /**
     * The body, once. Close it or read it to the end.
     *
     * @throws IOException when the client breaks off or is too slow
     */
    InputStream body() throws IOException;

    /** A place for middleware to leave a value for those after it; shared by all views of this request. */
    Map<String, Object> attributes();

    /** The same request for a handler mounted deeper. */
    HttpRequest mountedAt(String baseUrl, String path, Map<String, String> params);

    /** The path with the query, relative to the mount point. Backstage counterpart: {@code req.url}. */
    default String url() {
        return rawQuery().isEmpty() ? path() : path() + "?" + rawQuery();
    }

    /** The path with the query, as the client sent it. Backstage counterpart: {@code req.originalUrl}. */
    default String originalUrl() {
        return baseUrl() + url();
    }
}
