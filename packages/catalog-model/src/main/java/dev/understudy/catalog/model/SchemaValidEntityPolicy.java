// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;

/** The entity has the shape every entity has. Backstage counterpart: {@code SchemaValidEntityPolicy}. */
public final class SchemaValidEntityPolicy implements EntityPolicy {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if it is wrong, with the first error
     */
    @Override
    public Optional<Entity> enforce(Entity entity) {
        EntitySchemas.ENTITY.firstError(entity.json()).ifPresent(error -> {
            throw new IllegalArgumentException("Malformed envelope, " + error.summary());
        });
        return Optional.of(entity);
    }
}
