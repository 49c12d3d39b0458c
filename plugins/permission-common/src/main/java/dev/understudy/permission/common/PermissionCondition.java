// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The application of a plugin's rule to a resource. Backstage counterpart: {@code PermissionCondition}.
 *
 * @param rule the name of the rule, such as {@code IS_ENTITY_OWNER}
 * @param resourceType the type of resource the rule is about
 * @param params what the rule is given; must not be changed
 */
public record PermissionCondition(String rule, String resourceType, Optional<ObjectNode> params) {
    public PermissionCondition {
        requireNonNull(rule, "rule");
        requireNonNull(resourceType, "resourceType");
        requireNonNull(params, "params");
    }
}
