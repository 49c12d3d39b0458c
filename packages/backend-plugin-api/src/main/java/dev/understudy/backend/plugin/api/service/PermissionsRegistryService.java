// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.permission.common.Permission;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.PermissionRuleset;
import java.util.List;

/**
 * Where a plugin tells of its permissions, and of the rules that decide on its resources. Thread-safe.
 *
 * <p>Each method that adds something throws {@link IllegalStateException} once the plugin has started and
 * {@link IllegalArgumentException} for what belongs to another plugin or has been added before.
 *
 * <p>Backstage counterpart: {@code PermissionsRegistryService}.
 */
public interface PermissionsRegistryService {
    <R, Q> void addResourceType(PermissionResourceType<R, Q> resource);

    void addPermissions(List<? extends Permission> permissions);

    /** Adds rules for types of resource that the plugin adds. */
    void addPermissionRules(List<? extends PermissionRule<?, ?>> rules);

    /** The rules for a type of resource; those added later too. */
    <R, Q> PermissionRuleset<R, Q> permissionRuleset(PermissionResourceRef<R, Q> resourceRef);
}
