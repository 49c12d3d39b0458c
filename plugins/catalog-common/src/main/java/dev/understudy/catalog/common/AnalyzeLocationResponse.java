// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import dev.understudy.catalog.model.Entity;
import java.util.List;
import java.util.Optional;

/**
 * What a location holds. Backstage counterpart of the same name.
 *
 * @param existingEntityFiles entities that are there
 * @param generateEntities entities that could be there
 */
public record AnalyzeLocationResponse(List<ExistingEntity> existingEntityFiles, List<GenerateEntity> generateEntities) {
    public AnalyzeLocationResponse {
        existingEntityFiles = List.copyOf(existingEntityFiles);
        generateEntities = List.copyOf(generateEntities);
    }

    /** An entity found at a location. */
    public record ExistingEntity(LocationSpec location, boolean isRegistered, Entity entity) {}

    /**
     * An entity to offer, and what to know about its fields.
     *
     * @param entity the suggestion; it need not be complete
     */
    public record GenerateEntity(Entity entity, List<Field> fields) {
        public GenerateEntity {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of a suggestion.
     *
     * @param state how the value was found, such as {@code analysisSuggestedValue} or {@code needsUserInput}
     * @param value absent when there is none to suggest
     */
    public record Field(String field, Optional<String> value, String state, String description) {}
}
