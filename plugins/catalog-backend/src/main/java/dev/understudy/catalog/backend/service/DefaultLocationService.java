// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.providers.Location;
import dev.understudy.catalog.backend.providers.LocationStore;
import dev.understudy.catalog.backend.providers.LocationStore.OnConflict;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes registered locations, as far as the settings allow. Backstage counterpart of the same name. */
final class DefaultLocationService {
    private final LocationStore store;
    private final List<String> allowedTypes;
    private final OnConflict defaultOnConflict;

    DefaultLocationService(LocationStore store, ServiceSettings settings) {
        this.store = store;
        this.allowedTypes = settings.allowedLocationTypes();
        this.defaultOnConflict = settings.onConflict();
    }

    Location create(LocationSpec location, Optional<OnConflict> onConflict) {
        requireSound(location);
        return store.createLocation(location.type(), location.target(), onConflict.orElse(defaultOnConflict));
    }

    Location update(String id, LocationSpec location) {
        requireSound(location);
        return store.updateLocation(id, location.type(), location.target());
    }

    void delete(String id) {
        store.deleteLocation(id);
    }

    /**
     * A location that makes no reference would be stored, and keep the catalog from starting ever after.
     *
     * @throws dev.understudy.errors.TypeException when it makes none
     */
    private void requireSound(LocationSpec location) {
        requireAllowedType(location);
        location.stringify();
    }

    void requireAllowedType(LocationSpec location) {
        if (!allowedTypes.contains(location.type())) {
            var quoted = allowedTypes.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]"));
            throw new InputException("Registered locations must be of an allowed type " + quoted);
        }
    }
}
