// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.List;
import java.util.Optional;

/** Combines policies. Backstage counterpart: {@code EntityPolicies}. */
public final class EntityPolicies {
    private EntityPolicies() {}

    /** Every policy in turn, each on the result of the one before; it is an error for one to have no result. */
    public static EntityPolicy allOf(List<EntityPolicy> policies) {
        var copy = List.copyOf(policies);
        return entity -> {
            var result = entity;
            for (var policy : copy) {
                result = policy.enforce(result).orElseThrow(() -> noResult(policy));
            }
            return Optional.of(result);
        };
    }

    /** The first policy that has a result; it is an error for none to have one. */
    public static EntityPolicy oneOf(List<EntityPolicy> policies) {
        var copy = List.copyOf(policies);
        return entity -> {
            for (var policy : copy) {
                var result = policy.enforce(entity);
                if (result.isPresent()) {
                    return result;
                }
            }
            throw new IllegalArgumentException("The entity did not match any known policy");
        };
    }

    private static IllegalStateException noResult(EntityPolicy policy) {
        return new IllegalStateException("Policy " + policy.getClass().getSimpleName() + " did not return a result");
    }
}
