// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static java.util.Objects.requireNonNull;

import dev.understudy.catalog.model.Entity;
import java.util.Optional;

/**
 * An entity to be processed later. Backstage counterpart: {@code DeferredEntity}.
 *
 * @param entity the entity as it was found
 * @param locationKey tells apart sources of entities of the same name: only the source whose key came first may change it
 */
public record DeferredEntity(Entity entity, Optional<String> locationKey) {
    public DeferredEntity {
        requireNonNull(entity, "entity");
        requireNonNull(locationKey, "locationKey");
    }

    /** An entity with a location key. */
    public static DeferredEntity of(Entity entity, String locationKey) {
        return new DeferredEntity(entity, Optional.of(locationKey));
    }
}
