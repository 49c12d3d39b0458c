// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

/** Changes the locations that people registered. Thread-safe. Backstage counterpart: {@code LocationStore}. */
public interface LocationStore {
    /** What to do about a location that is registered already. */
    enum OnConflict {
        REJECT,
        REFRESH
    }

    /**
     * Registers a location.
     *
     * @throws dev.understudy.errors.ConflictException if it is registered already and conflicts are to be rejected
     */
    Location createLocation(String type, String target, OnConflict onConflict);

    /**
     * Makes a registered location another one.
     *
     * @throws dev.understudy.errors.NotFoundException if there is no such location
     * @throws dev.understudy.errors.ConflictException if the other one is registered already
     */
    Location updateLocation(String id, String type, String target);

    /** Throws {@link dev.understudy.errors.NotFoundException} if there is no such location. */
    void deleteLocation(String id);
}
