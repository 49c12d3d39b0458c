// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether somebody may do something. Services are allowed whatever their token does not exclude; users are allowed
 * everything unless {@code permission.enabled} is set. Thread-safe.
 *
 * <p>Each method throws a {@link RuntimeException} when the answer cannot be had; treat that as a denial.
 *
 * <p>Backstage counterpart: {@code PermissionsService}.
 */
public interface PermissionsService {
    /** The decisions on these questions, in the same order. */
    List<DefinitivePolicyDecision> authorize(List<AuthorizeRequest> requests, BackstageCredentials credentials);

    /**
     * The decisions on these permissions without a resource, in the same order. A decision may depend on conditions,
     * which the caller then applies itself.
     */
    List<PolicyDecision> authorizeConditional(List<ResourcePermission> permissions, BackstageCredentials credentials);

    /** The decision on a single permission. */
    default DefinitivePolicyDecision authorize(Permission permission, BackstageCredentials credentials) {
        return authorize(List.of(AuthorizeRequest.of(permission)), credentials).getFirst();
    }

    /**
     * A question.
     *
     * @param resourceRef which resource, for a permission on resources
     */
    record AuthorizeRequest(Permission permission, Optional<String> resourceRef) {
        public static AuthorizeRequest of(Permission permission) {
            return new AuthorizeRequest(permission, Optional.empty());
        }

        public static AuthorizeRequest of(ResourcePermission permission, String resourceRef) {
            return new AuthorizeRequest(permission, Optional.of(resourceRef));
        }
    }
}
