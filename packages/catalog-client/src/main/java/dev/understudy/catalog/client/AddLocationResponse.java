// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import dev.understudy.catalog.model.Entity;
import java.util.List;
import java.util.Optional;

/**
 * A location that has been registered, or would be. Backstage counterpart of the same name.
 *
 * @param entities what a dry run found there; empty otherwise
 * @param exists whether the location is registered; only told after a dry run
 */
public record AddLocationResponse(Location location, List<Entity> entities, Optional<Boolean> exists) {
    public AddLocationResponse {
        entities = List.copyOf(entities);
    }
}
