// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.permission.common.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a plugin tells of a type of resource. Backstage counterpart: {@code PermissionsRegistryServiceAddResourceTypeOptions}.
 *
 * @param permissions the permissions on such resources
 * @param rules the questions that conditions may ask about them
 * @param resources how to get at the resources; without it the plugin cannot evaluate conditions for others
 */
public record PermissionResourceType<R, Q>(
        PermissionResourceRef<R, Q> resourceRef,
        List<? extends Permission> permissions,
        List<PermissionRule<R, Q>> rules,
        Optional<Resources<R>> resources) {

    public PermissionResourceType {
        permissions = List.copyOf(permissions);
        rules = List.copyOf(rules);
    }

    /** Finds resources. */
    @FunctionalInterface
    public interface Resources<R> {
        /** The resource for each of these references, in the same order, and null where there is none. */
        List<@Nullable R> load(List<String> resourceRefs) throws Exception;
    }
}
