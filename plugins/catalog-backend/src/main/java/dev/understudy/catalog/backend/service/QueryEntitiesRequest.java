// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.QueryCursor;

/**
 * Asks for a page of the answers to a question.
 *
 * @param cursor the question as the client knows it, and the place reached
 * @param filter what the entities must match; more than the cursor tells where permissions limit the client
 * @param countsTotal whether to count all answers, unless the cursor knows their number
 */
record QueryEntitiesRequest(
        BackstageCredentials credentials,
        QueryCursor cursor,
        EntityFilter filter,
        long limit,
        long offset,
        boolean countsTotal) {
    /** The size of a page whose client does not say. */
    public static final long DEFAULT_LIMIT = 200;

    QueryEntitiesRequest alsoMatching(EntityFilter condition) {
        return new QueryEntitiesRequest(
                credentials, cursor, EntityFilter.and(condition, filter), limit, offset, countsTotal);
    }
}
