// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/**
 * Finds what configuration says about external systems, and how to log in there. A plugin or module only finds connections
 * of the types that it declared with {@code registerConnection}. Thread-safe.
 *
 * <p>Backstage counterpart: {@code ConnectionsService}, which is alpha.
 */
public interface ConnectionsService {
    /**
     * A connection without the means to log in.
     *
     * @param type such as {@code github}
     * @throws dev.understudy.errors.NotFoundException if there is none that this plugin may use
     * @throws dev.understudy.errors.InputException if the query has no valid URL and the type is found by URL, or if the
     *     type was not declared
     */
    Connection find(String type, ConnectionQuery query);

    /**
     * A connection with the means to log in that suit the query best. Throws what {@link #find(String, ConnectionQuery)}
     * does, and more.
     *
     * @param authMethods the methods that the caller knows, such as {@code token}
     * @throws dev.understudy.errors.NotAllowedException if this plugin may use no method, or the best one is not among those
     *     that the caller knows
     */
    AuthorizedConnection find(String type, ConnectionQuery query, List<String> authMethods);

    /**
     * A connection and the means to log in.
     *
     * @param connection where
     * @param auth how
     */
    record AuthorizedConnection(Connection connection, ConnectionAuth auth) {}
}
