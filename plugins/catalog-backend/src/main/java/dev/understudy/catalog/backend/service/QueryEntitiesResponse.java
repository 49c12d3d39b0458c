// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.query.QueryCursor;
import java.util.List;
import java.util.Optional;

/** A page of the answers to a question, and the ways to its neighbours. */
record QueryEntitiesResponse(
        List<byte[]> items, long totalItems, Optional<QueryCursor> nextCursor, Optional<QueryCursor> previousCursor) {
    static final QueryEntitiesResponse EMPTY =
            new QueryEntitiesResponse(List.of(), 0, Optional.empty(), Optional.empty());
}
