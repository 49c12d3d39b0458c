// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import static java.util.Objects.requireNonNull;

/**
 * Asks for all entities that fit, page by page. Backstage counterpart of the same name.
 *
 * @param query what is wanted; its limit does not count
 * @param pageSize how many entities to get at once
 */
public record StreamEntitiesRequest(QueryEntitiesRequest.Initial query, int pageSize) {
    /** How many entities to get at once if nobody says otherwise. */
    public static final int DEFAULT_PAGE_SIZE = 500;

    public StreamEntitiesRequest {
        requireNonNull(query, "query");
    }

    public static StreamEntitiesRequest of(QueryEntitiesRequest.Initial query) {
        return new StreamEntitiesRequest(query, DEFAULT_PAGE_SIZE);
    }

    public StreamEntitiesRequest withPageSize(int newPageSize) {
        return new StreamEntitiesRequest(query, newPageSize);
    }
}
