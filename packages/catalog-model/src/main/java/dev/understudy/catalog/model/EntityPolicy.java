// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;

/** A rule every entity must keep, which may also complete it. Backstage counterpart: {@code EntityPolicy}. */
@FunctionalInterface
public interface EntityPolicy {
    /**
     * Checks the entity. May be called from several threads at once.
     *
     * @return the entity, possibly completed; empty when the policy has nothing to say about it
     * @throws RuntimeException if the entity breaks the rule
     */
    Optional<Entity> enforce(Entity entity);
}
