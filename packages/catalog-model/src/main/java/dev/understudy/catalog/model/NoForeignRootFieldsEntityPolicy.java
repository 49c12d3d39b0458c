// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entity has no fields but the known ones. Backstage counterpart: {@code NoForeignRootFieldsEntityPolicy}. */
public final class NoForeignRootFieldsEntityPolicy implements EntityPolicy {
    private final Set<String> knownFields;

    /** Knows the fields that people write: apiVersion, kind, metadata and spec. */
    public NoForeignRootFieldsEntityPolicy() {
        this(List.of("apiVersion", "kind", "metadata", "spec"));
    }

    /** Knows the given fields only. */
    public NoForeignRootFieldsEntityPolicy(List<String> knownFields) {
        this.knownFields = Set.copyOf(knownFields);
    }

    /**
     * Checks the fields.
     *
     * @throws IllegalArgumentException naming the first unknown field
     */
    @Override
    public Optional<Entity> enforce(Entity entity) {
        for (var field : entity.json().propertyNames()) {
            if (!knownFields.contains(field)) {
                throw new IllegalArgumentException("Unknown field " + field);
            }
        }
        return Optional.of(entity);
    }
}
