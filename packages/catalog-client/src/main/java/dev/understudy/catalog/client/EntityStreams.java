// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.model.Entity;
import java.util.List;
import java.util.stream.Stream;

/** All entities that fit a question, page by page. */
public final class EntityStreams {
    private EntityStreams() {}

    /** Asks for page after page, as the stream is read; for implementations of {@link CatalogApi#streamEntities}. */
    public static Stream<List<Entity>> of(CatalogApi catalog, StreamEntitiesRequest request) {
        var initial = request.query().withLimit(request.pageSize());
        return Pages.stream(cursor -> {
            var page = catalog.queryEntities(cursor.<QueryEntitiesRequest>map(place -> next(place, request))
                    .orElse(initial));
            return new Pages.Page<>(page.items(), page.pageInfo().nextCursor());
        });
    }

    private static QueryEntitiesRequest next(String cursor, StreamEntitiesRequest request) {
        return QueryEntitiesRequest.cursor(cursor)
                .withFields(request.query().fields())
                .withLimit(request.pageSize());
    }
}
