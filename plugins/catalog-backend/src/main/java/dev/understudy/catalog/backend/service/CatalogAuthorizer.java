// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.errors.NotAllowedException;

/** Decides what the holder of credentials may do. Thread-safe. */
@FunctionalInterface
public interface CatalogAuthorizer {
    /** An answer. */
    sealed interface Decision {
        /** Yes. */
        record Allow() implements Decision {}

        /** No. */
        record Deny() implements Decision {}

        /** Only with entities that match; an answer for permissions on entities. */
        record Conditional(EntityFilter filter) implements Decision {}
    }

    Decision decide(BackstageCredentials credentials, CatalogPermission permission);

    /** Lets everybody do everything, save tokens that are restricted to other permissions. */
    static CatalogAuthorizer withoutPolicy() {
        return (credentials, permission) ->
                isWithinRestrictions(credentials, permission) ? new Decision.Allow() : new Decision.Deny();
    }

    /**
     * @throws NotAllowedException unless the permission is granted without conditions
     */
    default void require(BackstageCredentials credentials, CatalogPermission permission) {
        if (!isAllowed(credentials, permission)) {
            throw new NotAllowedException("");
        }
    }

    default boolean isAllowed(BackstageCredentials credentials, CatalogPermission permission) {
        return decide(credentials, permission) instanceof Decision.Allow;
    }

    private static boolean isWithinRestrictions(BackstageCredentials credentials, CatalogPermission permission) {
        return !(credentials.principal() instanceof BackstagePrincipal.Service service)
                || service.accessRestrictions()
                        .map(limits -> allows(limits, permission))
                        .orElse(true);
    }

    private static boolean allows(AccessRestrictions limits, CatalogPermission permission) {
        var names = limits.permissionNames();
        var actions = limits.permissionActions();
        return (names.isEmpty() || names.contains(permission.permissionName()))
                && (actions.isEmpty()
                        || permission.action().filter(actions::contains).isPresent());
    }
}
