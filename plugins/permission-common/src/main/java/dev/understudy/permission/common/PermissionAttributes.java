// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is known of a permission beside its name, for policies that decide alike on similar ones.
 *
 * @param action what the permission lets one do, if it is one of the common actions
 */
public record PermissionAttributes(Optional<PermissionAction> action) {
    /** No attributes. */
    public static final PermissionAttributes NONE = new PermissionAttributes(Optional.empty());

    public PermissionAttributes {
        requireNonNull(action, "action");
    }

    /** The attributes of a permission for this action. */
    public static PermissionAttributes of(PermissionAction action) {
        return new PermissionAttributes(Optional.of(action));
    }
}
