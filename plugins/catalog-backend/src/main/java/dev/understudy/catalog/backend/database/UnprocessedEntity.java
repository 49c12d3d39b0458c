// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity on its way into the database, as text: one location can hold a hundred thousand, whose trees would fill the
 * memory.
 *
 * @param ref its reference in canonical form
 * @param json its text
 * @param stableJson its text with sorted keys, as {@link Json#stableStringify} makes it
 * @param locationKey who may change it
 */
public record UnprocessedEntity(String ref, String json, String stableJson, Optional<String> locationKey) {
    /** Prepares an entity. */
    public static UnprocessedEntity of(DeferredEntity deferred) {
        var entity = deferred.entity();
        return new UnprocessedEntity(
                entity.ref().stringify(),
                Json.stringify(entity.json()),
                Json.stableStringify(entity.json()),
                deferred.locationKey());
    }

    /** The entity, read again from its text. */
    public Entity entity() {
        return new Entity((ObjectNode) Json.parse(json));
    }

    /** Tells whether it has changed. */
    public String hash() {
        return StableHash.sha1(stableJson);
    }

    /** Whether this may take the place of an entity with the given key. */
    boolean mayReplace(Optional<String> existingKey) {
        var given = locationKey.filter(key -> !key.isEmpty());
        return existingKey.isEmpty() || existingKey.equals(given);
    }
}
