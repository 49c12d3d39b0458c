// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Set;

/**
 * What an external token may do in this plugin. An empty set does not restrict.
 *
 * <p>Backstage counterpart: {@code BackstagePrincipalAccessRestrictions}.
 *
 * @param permissionNames the permissions it may use
 * @param permissionActions the values of a permission's {@code action} attribute it may use
 */
public record AccessRestrictions(Set<String> permissionNames, Set<String> permissionActions) {
    public AccessRestrictions {
        permissionNames = Set.copyOf(permissionNames);
        permissionActions = Set.copyOf(permissionActions);
    }
}
