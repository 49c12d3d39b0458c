// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which entities to get, by reference, and what of them. Backstage counterpart of the same name.
 *
 * @param entityRefs any number; they are asked for in several requests if they are many
 * @param fields dotted paths of what is wanted; when empty, whole entities
 * @param filter entities that do not fit it count as not there
 * @param query a predicate with the same effect
 */
public record GetEntitiesByRefsRequest(
        List<String> entityRefs, List<String> fields, EntityFilterQuery filter, Optional<JsonNode> query) {
    public GetEntitiesByRefsRequest {
        entityRefs = List.copyOf(entityRefs);
        fields = List.copyOf(fields);
    }

    public static GetEntitiesByRefsRequest of(List<String> entityRefs) {
        return new GetEntitiesByRefsRequest(entityRefs, List.of(), EntityFilterQuery.NONE, Optional.empty());
    }

    public GetEntitiesByRefsRequest withFields(String... newFields) {
        return new GetEntitiesByRefsRequest(entityRefs, List.of(newFields), filter, query);
    }

    public GetEntitiesByRefsRequest withFilter(EntityFilterQuery newFilter) {
        return new GetEntitiesByRefsRequest(entityRefs, fields, newFilter, query);
    }

    public GetEntitiesByRefsRequest withQuery(JsonNode newQuery) {
        return new GetEntitiesByRefsRequest(entityRefs, fields, filter, Optional.of(newQuery));
    }
}
