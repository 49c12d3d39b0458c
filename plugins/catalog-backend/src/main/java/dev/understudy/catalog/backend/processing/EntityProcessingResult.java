// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.backend.database.UnprocessedEntity;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRelationSpec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What became of an entity. Backstage counterpart: {@code EntityProcessingResult}. */
public sealed interface EntityProcessingResult {
    /** What went wrong; empty when nothing did. */
    List<Throwable> errors();

    /**
     * The entity went through all processors without an error.
     *
     * @param completedEntity the entity as the processors left it
     * @param deferredEntities entities found on the way
     * @param relations relations found on the way
     * @param refreshKeys keys by which the entity can be refreshed, as often as they were emitted
     * @param cache what the processors remember
     */
    record Completed(
            Entity completedEntity,
            List<UnprocessedEntity> deferredEntities,
            List<EntityRelationSpec> relations,
            List<String> refreshKeys,
            ObjectNode cache)
            implements EntityProcessingResult {
        @Override
        public List<Throwable> errors() {
            return List.of();
        }
    }

    /** There was at least one error. */
    record Failed(List<Throwable> errors) implements EntityProcessingResult {
        public Failed {
            errors = List.copyOf(errors);
        }
    }
}
