// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import static java.util.Objects.requireNonNull;

import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;

/**
 * A type of resource that permissions are about. Backstage counterpart: {@code createPermissionResourceRef}.
 *
 * @param <R> the resource
 * @param <Q> what finds resources, such as a filter for a database
 */
@SuppressWarnings("UnusedTypeParameter") // they tie rules to the resources they are about
public record PermissionResourceRef<R, Q>(String pluginId, String resourceType) {
    public PermissionResourceRef {
        requireNonNull(pluginId, "pluginId");
        requireNonNull(resourceType, "resourceType");
    }

    /** A decision that allows resources for which the criteria hold. Backstage counterpart: {@code createConditionExports}. */
    public ConditionalPolicyDecision conditionalDecision(PermissionCriteria<PermissionCondition> criteria) {
        return new ConditionalPolicyDecision(pluginId, resourceType, criteria);
    }
}
