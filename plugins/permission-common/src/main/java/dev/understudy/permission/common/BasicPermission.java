// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

/**
 * A permission that does not depend on a resource.
 *
 * @param name the name, which identifies the permission
 * @param attributes what else is known of it
 */
public record BasicPermission(String name, PermissionAttributes attributes) implements Permission {
    public BasicPermission {
        requireNonNull(name, "name");
        requireNonNull(attributes, "attributes");
    }
}
