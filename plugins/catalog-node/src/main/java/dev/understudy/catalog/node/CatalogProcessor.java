// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;

/**
 * A step in the processing of every entity. Runs for many entities at the same time, so it must be thread-safe. An entity
 * that it is given must not be changed; a changed one is returned as a copy. What it throws becomes an error of the entity.
 *
 * <p>Backstage counterpart: {@code CatalogProcessor}.
 */
public interface CatalogProcessor {
    /** The priority of processors that name none. */
    int DEFAULT_PRIORITY = 20;

    /** A name that is unique among processors. Its part of the cache is stored under it. */
    String name();

    /** Lower runs earlier. */
    default int priority() {
        return DEFAULT_PRIORITY;
    }

    /**
     * Reads a location and emits what it finds.
     *
     * @param optional whether it is no error for the target to be missing
     * @param parser turns what was read into entities
     * @return whether this processor knows locations of this type
     */
    default boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache)
            throws Exception {
        return false;
    }

    /**
     * Completes an entity that has not been validated yet.
     *
     * @param location where the entity was read
     * @param originLocation the location at the start of the chain that led to it
     */
    default Entity preProcessEntity(
            Entity entity,
            LocationSpec location,
            CatalogProcessorEmit emit,
            LocationSpec originLocation,
            CatalogProcessorCache cache)
            throws Exception {
        return entity;
    }

    /** Validates an entity; returns whether it is of a kind that this processor knows, and throws if it is not valid. */
    default boolean validateEntityKind(Entity entity) throws Exception {
        return false;
    }

    /** Works on a valid entity, for example to emit its relations. */
    default Entity postProcessEntity(
            Entity entity, LocationSpec location, CatalogProcessorEmit emit, CatalogProcessorCache cache)
            throws Exception {
        return entity;
    }
}
