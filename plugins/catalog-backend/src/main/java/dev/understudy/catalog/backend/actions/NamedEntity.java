// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.EntityFilterQuery;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds the one entity that an action's input names. */
final class NamedEntity {
    private NamedEntity() {}

    /**
     * @throws InputException when there is none
     * @throws ConflictException when there are several
     */
    static Entity find(CatalogApi catalog, String name, JsonNode input) {
        var filter = EntityFilterQuery.where("metadata.name", name);
        var kind = input.path("kind").asString("");
        var namespace = input.path("namespace").asString("");
        filter = kind.isEmpty() ? filter : filter.and("kind", kind);
        filter = namespace.isEmpty() ? filter : filter.and("metadata.namespace", namespace);
        return only(
                catalog.queryEntities(QueryEntitiesRequest.initial().withFilter(filter))
                        .items(),
                name);
    }

    private static Entity only(List<Entity> found, String name) {
        if (found.isEmpty()) {
            throw new InputException("No entity found with name \"" + name + "\"");
        }
        if (found.size() > 1) {
            var refs = found.stream()
                    .map(entity -> "\"" + entity.ref().stringify() + "\"")
                    .collect(Collectors.joining(", "));
            throw new ConflictException("Multiple entities found with name \"" + name
                    + "\", please provide more specific filters. Entities found: " + refs);
        }
        return found.getFirst();
    }
}
