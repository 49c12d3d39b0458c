// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.model.EntityRef;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the registered locations. Thread-safe. Backstage counterpart: the reading half of {@code LocationService}. */
public interface LocationQueries {
    List<RegisteredLocation> list();

    /**
     * Locations that match, in the order of their ids.
     *
     * @param query a predicate on {@code id}, {@code type}, {@code target} and {@code entityRef}
     * @param afterId where the page before ended
     * @throws dev.understudy.errors.InputException when the predicate makes no sense for locations
     */
    Page query(Optional<JsonNode> query, Optional<String> afterId, long limit);

    /**
     * @throws dev.understudy.errors.NotFoundException when there is none with this id
     */
    RegisteredLocation get(String id);

    /**
     * The location that brought an entity in.
     *
     * @throws dev.understudy.errors.NotFoundException when there is no such entity, or it came from elsewhere
     */
    RegisteredLocation byEntity(EntityRef entityRef);

    /** Some locations, and how many match in all. */
    record Page(List<RegisteredLocation> items, long totalItems) {
        static final Page EMPTY = new Page(List.of(), 0);

        public Page {
            items = List.copyOf(items);
        }
    }
}
