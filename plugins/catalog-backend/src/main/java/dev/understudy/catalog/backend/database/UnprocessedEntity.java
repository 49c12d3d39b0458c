// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.types.Json;
import java.util.Optional;

/**
 * An entity on its way into the database.
 *
 * @param entity the entity as it was found
 * @param ref its reference in canonical form
 * @param json its text
 * @param hash tells whether it has changed
 * @param locationKey who may change it
 */
public record UnprocessedEntity(Entity entity, String ref, String json, String hash, Optional<String> locationKey) {
    /** Prepares an entity. */
    public static UnprocessedEntity of(DeferredEntity deferred) {
        return of(deferred, Json.stableStringify(deferred.entity().json()));
    }

    /** Prepares an entity of which {@link Json#stableStringify} has been taken already. */
    public static UnprocessedEntity of(DeferredEntity deferred, String stableJson) {
        var entity = deferred.entity();
        return new UnprocessedEntity(
                entity,
                entity.ref().stringify(),
                Json.stringify(entity.json()),
                StableHash.sha1(stableJson),
                deferred.locationKey());
    }

    /** Whether this may take the place of an entity with the given key. */
    boolean mayReplace(Optional<String> existingKey) {
        var given = locationKey.filter(key -> !key.isEmpty());
        return existingKey.isEmpty() || existingKey.equals(given);
    }
}
