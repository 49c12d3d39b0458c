// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which entities to list, and what of them. Backstage counterpart of the same name.
 *
 * @param fields dotted paths of what is wanted; when empty, whole entities
 * @param order fields to sort by, the most important first
 * @param after what the header {@code Link} of the page before said
 */
public record GetEntitiesRequest(
        EntityFilterQuery filter,
        List<String> fields,
        List<EntityOrder> order,
        OptionalInt offset,
        OptionalInt limit,
        Optional<String> after) {
    /** All entities. */
    public static final GetEntitiesRequest ALL = new GetEntitiesRequest(
            EntityFilterQuery.NONE, List.of(), List.of(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    public GetEntitiesRequest {
        fields = List.copyOf(fields);
        order = List.copyOf(order);
    }

    public GetEntitiesRequest withFilter(EntityFilterQuery newFilter) {
        return new GetEntitiesRequest(newFilter, fields, order, offset, limit, after);
    }

    public GetEntitiesRequest withFields(String... newFields) {
        return new GetEntitiesRequest(filter, List.of(newFields), order, offset, limit, after);
    }

    public GetEntitiesRequest withOrder(EntityOrder... newOrder) {
        return new GetEntitiesRequest(filter, fields, List.of(newOrder), offset, limit, after);
    }

    public GetEntitiesRequest withOffset(int newOffset) {
        return new GetEntitiesRequest(filter, fields, order, OptionalInt.of(newOffset), limit, after);
    }

    public GetEntitiesRequest withLimit(int newLimit) {
        return new GetEntitiesRequest(filter, fields, order, offset, OptionalInt.of(newLimit), after);
    }

    public GetEntitiesRequest withAfter(String newAfter) {
        return new GetEntitiesRequest(filter, fields, order, offset, limit, Optional.of(newAfter));
    }
}
