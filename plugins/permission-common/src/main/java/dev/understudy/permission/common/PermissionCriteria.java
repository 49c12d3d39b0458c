// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hold for a conditional decision to allow: conditions, put together.
 *
 * <p>Backstage counterpart: {@code PermissionCriteria}.
 *
 * @param <C> what stands at the leaves: {@link PermissionCondition} on the wire, something else once a plugin has
 *     translated it
 */
public sealed interface PermissionCriteria<C> {
    /** All of the criteria hold. There is at least one. */
    record AllOf<C>(List<PermissionCriteria<C>> criteria) implements PermissionCriteria<C> {
        public AllOf {
            criteria = nonEmpty(criteria);
        }
    }

    /** At least one of the criteria holds. There is at least one. */
    record AnyOf<C>(List<PermissionCriteria<C>> criteria) implements PermissionCriteria<C> {
        public AnyOf {
            criteria = nonEmpty(criteria);
        }
    }

    /** The criterion does not hold. */
    record Not<C>(PermissionCriteria<C> criterion) implements PermissionCriteria<C> {
        public Not {
            requireNonNull(criterion, "criterion");
        }
    }

    /** A single condition. */
    record Condition<C>(C condition) implements PermissionCriteria<C> {
        public Condition {
            requireNonNull(condition, "condition");
        }
    }

    /** Reads criteria from the wire; empty if they are malformed. */
    static Optional<PermissionCriteria<PermissionCondition>> parse(JsonNode json) {
        return CriteriaJson.read(json);
    }

    /** The criteria on the wire. */
    static ObjectNode toJson(PermissionCriteria<PermissionCondition> criteria) {
        return CriteriaJson.write(criteria);
    }

    private static <C> List<PermissionCriteria<C>> nonEmpty(List<PermissionCriteria<C>> criteria) {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("Criteria must not be empty");
        }
        return List.copyOf(criteria);
    }
}
