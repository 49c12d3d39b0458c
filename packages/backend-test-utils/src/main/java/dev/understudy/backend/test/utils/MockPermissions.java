// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.util.List;

/** Decides as the test says, on users and services alike. Thread-safe if the policy is. */
public final class MockPermissions implements PermissionsService {
    private final Policy policy;

    /** What a test decides. */
    @FunctionalInterface
    public interface Policy {
        /** The decision; one with conditions only where the request names no resource. */
        PolicyDecision decide(AuthorizeRequest request, BackstageCredentials credentials);
    }

    private MockPermissions(Policy policy) {
        this.policy = policy;
    }

    /** Allows everything. */
    public static MockPermissions allow() {
        return deciding((_, _) -> DefinitivePolicyDecision.ALLOW);
    }

    /** Denies everything. */
    public static MockPermissions deny() {
        return deciding((_, _) -> DefinitivePolicyDecision.DENY);
    }

    /** Asks the policy each time. */
    public static MockPermissions deciding(Policy policy) {
        return new MockPermissions(policy);
    }

    @Override
    public List<DefinitivePolicyDecision> authorize(List<AuthorizeRequest> requests, BackstageCredentials credentials) {
        return requests.stream()
                .map(request -> definitive(request, credentials))
                .toList();
    }

    private DefinitivePolicyDecision definitive(AuthorizeRequest request, BackstageCredentials credentials) {
        return switch (policy.decide(request, credentials)) {
            case DefinitivePolicyDecision decision -> decision;
            case ConditionalPolicyDecision _ ->
                throw new IllegalStateException("The mock policy decided with conditions on permission '"
                        + request.permission().name() + "', which was asked for without");
        };
    }

    @Override
    public List<PolicyDecision> authorizeConditional(
            List<ResourcePermission> permissions, BackstageCredentials credentials) {
        return permissions.stream()
                .map(permission -> policy.decide(AuthorizeRequest.of(permission), credentials))
                .toList();
    }
}
