// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.catalog.node.DeferredEntity;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A page of entities. Backstage counterpart of the same name.
 *
 * @param done whether it is the last
 * @param cursor where the next page is; it is kept in the database
 */
public record EntityIteratorResult(boolean done, List<DeferredEntity> entities, Optional<JsonNode> cursor) {
    public EntityIteratorResult {
        entities = List.copyOf(entities);
    }

    /** A page with another after it. */
    public static EntityIteratorResult page(List<DeferredEntity> entities, JsonNode cursor) {
        return new EntityIteratorResult(false, entities, Optional.of(cursor));
    }

    /** The last page. */
    public static EntityIteratorResult last(List<DeferredEntity> entities) {
        return new EntityIteratorResult(true, entities, Optional.empty());
    }
}
