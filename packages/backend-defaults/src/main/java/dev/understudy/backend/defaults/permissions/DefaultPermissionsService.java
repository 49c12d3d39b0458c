// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissions;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.config.Config;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAction;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.util.List;
import java.util.Optional;

/** Decides what needs no policy, and asks the permission backend about the rest. */
final class DefaultPermissionsService implements PermissionsService {
    private final boolean enabled;
    private final AuthService auth;
    private final PermissionClient client;

    private DefaultPermissionsService(boolean enabled, AuthService auth, PermissionClient client) {
        this.enabled = enabled;
        this.auth = auth;
        this.client = client;
    }

    static DefaultPermissionsService fromConfig(Config config, AuthService auth, DiscoveryService discovery) {
        var enabled = config.optionalBool("permission.enabled").orElse(false);
        var batched = config.optionalBool("permission.EXPERIMENTAL_enableBatchedRequests")
                .orElse(false);
        return new DefaultPermissionsService(enabled, auth, new PermissionClient(discovery, batched));
    }

    @Override
    public List<DefinitivePolicyDecision> authorize(List<AuthorizeRequest> requests, BackstageCredentials credentials) {
        if (credentials.principal() instanceof BackstagePrincipal.Service service) {
            return requests.stream()
                    .map(request -> decide(service, request.permission()))
                    .toList();
        }
        if (!enabled) {
            return requests.stream().map(_ -> DefinitivePolicyDecision.ALLOW).toList();
        }
        return client.authorize(requests, token(credentials));
    }

    @Override
    public List<PolicyDecision> authorizeConditional(
            List<ResourcePermission> permissions, BackstageCredentials credentials) {
        if (credentials.principal() instanceof BackstagePrincipal.Service service) {
            return permissions.stream()
                    .<PolicyDecision>map(permission -> decide(service, permission))
                    .toList();
        }
        if (!enabled) {
            return permissions.stream()
                    .<PolicyDecision>map(_ -> DefinitivePolicyDecision.ALLOW)
                    .toList();
        }
        return client.authorizeConditional(permissions, token(credentials));
    }

    private Optional<String> token(BackstageCredentials credentials) {
        return credentials.principal() instanceof BackstagePrincipal.None
                ? Optional.empty()
                : Optional.of(auth.pluginRequestToken(credentials, "permission"));
    }

    private static DefinitivePolicyDecision decide(BackstagePrincipal.Service service, Permission permission) {
        var allowed = service.accessRestrictions()
                .map(restrictions -> permits(restrictions, permission))
                .orElse(true);
        return allowed ? DefinitivePolicyDecision.ALLOW : DefinitivePolicyDecision.DENY;
    }

    private static boolean permits(AccessRestrictions restrictions, Permission permission) {
        var names = restrictions.permissionNames();
        var actions = restrictions.permissionActions();
        var action = permission.attributes().action().map(PermissionAction::wireName);
        return (names.isEmpty() || names.contains(permission.name()))
                && (actions.isEmpty() || action.filter(actions::contains).isPresent());
    }
}
