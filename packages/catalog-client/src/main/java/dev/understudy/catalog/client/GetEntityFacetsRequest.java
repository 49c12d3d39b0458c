// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which fields to count the values of. Backstage counterpart of the same name.
 *
 * @param facets dotted paths
 * @param filter which entities to look at
 * @param query a predicate with the same effect
 */
public record GetEntityFacetsRequest(List<String> facets, EntityFilterQuery filter, Optional<JsonNode> query) {
    public GetEntityFacetsRequest {
        facets = List.copyOf(facets);
    }

    public static GetEntityFacetsRequest of(String... facets) {
        return new GetEntityFacetsRequest(List.of(facets), EntityFilterQuery.NONE, Optional.empty());
    }

    public GetEntityFacetsRequest withFilter(EntityFilterQuery newFilter) {
        return new GetEntityFacetsRequest(facets, newFilter, query);
    }

    public GetEntityFacetsRequest withQuery(JsonNode newQuery) {
        return new GetEntityFacetsRequest(facets, filter, Optional.of(newQuery));
    }
}
