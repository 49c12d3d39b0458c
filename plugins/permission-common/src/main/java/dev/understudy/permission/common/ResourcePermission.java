// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

/**
 * A permission on resources of a type; the decision may depend on the resource.
 *
 * @param name the name, which identifies the permission
 * @param attributes what else is known of it
 * @param resourceType the type of resource, such as {@code catalog-entity}
 */
public record ResourcePermission(String name, PermissionAttributes attributes, String resourceType)
        implements Permission {
    public ResourcePermission {
        requireNonNull(name, "name");
        requireNonNull(attributes, "attributes");
        requireNonNull(resourceType, "resourceType");
    }
}
