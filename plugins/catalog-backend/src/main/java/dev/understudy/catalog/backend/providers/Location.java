// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.catalog.common.LocationSpec;

/**
 * A location that somebody registered. Backstage counterpart: {@code Location}.
 *
 * @param id its identity, a UUID
 * @param type how to read the target
 * @param target what to read
 * @param entityRef the entity that stands for it, in canonical form
 */
public record Location(String id, String type, String target, String entityRef) {
    /** The location without its identity. */
    public LocationSpec spec() {
        return new LocationSpec(type, target);
    }
}
