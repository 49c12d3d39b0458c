// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.node.EntitiesSearchFilter;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.permission.common.BasicPermission;
import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import dev.understudy.permission.node.ConditionTransformer;
import dev.understudy.permission.node.PermissionRuleset;
import java.util.List;

/** Decides what the holder of credentials may do. Thread-safe. */
public final class CatalogAuthorizer {
    private final PermissionsService permissions;
    private final ConditionTransformer<EntitiesSearchFilter> conditions;

    private CatalogAuthorizer(PermissionsService permissions, ConditionTransformer<EntitiesSearchFilter> conditions) {
        this.permissions = permissions;
        this.conditions = conditions;
    }

    /**
     * @param rules those that conditions on entities may use
     */
    public static CatalogAuthorizer create(
            PermissionsService permissions, PermissionRuleset<?, EntitiesSearchFilter> rules) {
        return new CatalogAuthorizer(permissions, ConditionTransformer.of(rules));
    }

    /** An answer about entities in general. */
    sealed interface Decision {
        /** Yes. */
        record Allow() implements Decision {}

        /** No. */
        record Deny() implements Decision {}

        /** Only with entities that match. */
        record Conditional(EntityFilter filter) implements Decision {}
    }

    Decision decide(BackstageCredentials credentials, ResourcePermission permission) {
        return switch (permissions
                .authorizeConditional(List.of(permission), credentials)
                .getFirst()) {
            case DefinitivePolicyDecision.ALLOW -> new Decision.Allow();
            case DefinitivePolicyDecision.DENY -> new Decision.Deny();
            case ConditionalPolicyDecision conditional ->
                new Decision.Conditional(ConditionFilter.of(conditions.transform(conditional.conditions())));
        };
    }

    boolean isAllowed(BackstageCredentials credentials, BasicPermission permission) {
        return permissions.authorize(permission, credentials) == DefinitivePolicyDecision.ALLOW;
    }

    /**
     * @throws NotAllowedException unless the permission is granted
     */
    void require(BackstageCredentials credentials, BasicPermission permission) {
        require(credentials, AuthorizeRequest.of(permission));
    }

    /**
     * @throws NotAllowedException unless the permission is granted for this entity
     */
    void require(BackstageCredentials credentials, ResourcePermission permission, String entityRef) {
        require(credentials, AuthorizeRequest.of(permission, entityRef));
    }

    private void require(BackstageCredentials credentials, AuthorizeRequest request) {
        if (permissions.authorize(List.of(request), credentials).getFirst() != DefinitivePolicyDecision.ALLOW) {
            throw new NotAllowedException("");
        }
    }
}
