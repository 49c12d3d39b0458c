// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.errors.InputException;

/** Reads the annotations that say where an entity comes from; throws {@link InputException} where they are missing. */
final class EntityLocations {
    private EntityLocations() {}

    static String location(Entity entity) {
        return annotation(entity, EntityAnnotations.LOCATION);
    }

    static String originLocation(Entity entity) {
        return annotation(entity, EntityAnnotations.ORIGIN_LOCATION);
    }

    /** The location that it all began with. */
    static LocationSpec origin(Entity entity) {
        return LocationSpec.of(LocationRef.parse(originLocation(entity)));
    }

    private static String annotation(Entity entity, String name) {
        return entity.annotation(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new InputException(
                        "Entity '" + entity.ref().stringify() + "' does not have the annotation " + name));
    }
}
