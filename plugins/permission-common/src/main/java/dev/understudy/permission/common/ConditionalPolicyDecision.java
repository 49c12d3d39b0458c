// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

/**
 * A decision to allow where conditions hold; the plugin that owns the resource evaluates them.
 *
 * <p>Backstage counterpart: {@code ConditionalPolicyDecision}.
 *
 * @param pluginId the plugin that knows the rules
 * @param resourceType the type of resource
 * @param conditions what must hold
 */
public record ConditionalPolicyDecision(
        String pluginId, String resourceType, PermissionCriteria<PermissionCondition> conditions)
        implements PolicyDecision {
    public ConditionalPolicyDecision {
        requireNonNull(pluginId, "pluginId");
        requireNonNull(resourceType, "resourceType");
        requireNonNull(conditions, "conditions");
    }

    @Override
    public AuthorizeResult result() {
        return AuthorizeResult.CONDITIONAL;
    }
}
