// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRelationSpec;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import java.util.Optional;

/** Something that a processor found. Backstage counterpart: {@code CatalogProcessorResult} and {@code processingResult}. */
public sealed interface CatalogProcessorResult {
    /** A child of the current entity, keyed by its location. */
    static CatalogProcessorResult entity(LocationSpec location, Entity entity) {
        return new EntityResult(location, entity, LocationKey.OF_LOCATION);
    }

    /** A child of the current entity; without a location key any source may change it. */
    static CatalogProcessorResult entity(LocationSpec location, Entity entity, Optional<String> locationKey) {
        return new EntityResult(location, entity, new LocationKey.Given(locationKey));
    }

    /** A location to read. */
    static CatalogProcessorResult location(LocationSpec location) {
        return new LocationResult(location);
    }

    /** A relation, which need not start or end at the current entity, but lives as long as it does. */
    static CatalogProcessorResult relation(EntityRelationSpec relation) {
        return new RelationResult(relation);
    }

    /** A key by which the current entity can be refreshed. */
    static CatalogProcessorResult refresh(String key) {
        return new RefreshResult(key);
    }

    /** An error of the current entity. */
    static CatalogProcessorResult error(LocationSpec location, Throwable error) {
        return new ErrorResult(location, error);
    }

    /** A {@code NotFoundError}. */
    static CatalogProcessorResult notFoundError(LocationSpec location, String message) {
        return error(location, new NotFoundException(message));
    }

    /** An {@code InputError}. */
    static CatalogProcessorResult inputError(LocationSpec location, String message) {
        return error(location, new InputException(message));
    }

    /** An error without a name of its own. */
    static CatalogProcessorResult generalError(LocationSpec location, String message) {
        return error(location, new IllegalStateException(message));
    }

    /** See {@link CatalogProcessorResult#entity}. */
    record EntityResult(LocationSpec location, Entity entity, LocationKey locationKey)
            implements CatalogProcessorResult {}

    /** See {@link CatalogProcessorResult#location}. */
    record LocationResult(LocationSpec location) implements CatalogProcessorResult {}

    /** See {@link CatalogProcessorResult#relation}. */
    record RelationResult(EntityRelationSpec relation) implements CatalogProcessorResult {}

    /** See {@link CatalogProcessorResult#refresh}. */
    record RefreshResult(String key) implements CatalogProcessorResult {}

    /** See {@link CatalogProcessorResult#error}. */
    record ErrorResult(LocationSpec location, Throwable error) implements CatalogProcessorResult {}

    /** How an emitted entity gets its location key. */
    sealed interface LocationKey {
        /** The reference of the location it was found at. */
        LocationKey OF_LOCATION = new OfLocation();

        /** See {@link #OF_LOCATION}. */
        record OfLocation() implements LocationKey {}

        /** A key of the processor's choice, or none. */
        record Given(Optional<String> key) implements LocationKey {}
    }
}
