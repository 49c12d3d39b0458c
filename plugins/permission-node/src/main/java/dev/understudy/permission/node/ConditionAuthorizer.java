// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.permission.common.PolicyDecision;
import org.jspecify.annotations.Nullable;

/** Applies decisions to single resources. Backstage counterpart: {@code createConditionAuthorizer}. */
public final class ConditionAuthorizer<R> {
    private final PermissionRuleset<R, ?> rules;

    private ConditionAuthorizer(PermissionRuleset<R, ?> rules) {
        this.rules = rules;
    }

    public static <R> ConditionAuthorizer<R> of(PermissionRuleset<R, ?> rules) {
        return new ConditionAuthorizer<>(rules);
    }

    /** Whether the decision allows this resource; conditions never hold for one that is not there. */
    public boolean isAllowed(PolicyDecision decision, @Nullable R resource) {
        return switch (decision) {
            case ConditionalPolicyDecision conditional -> holds(conditional.conditions(), resource);
            case DefinitivePolicyDecision definitive -> definitive == DefinitivePolicyDecision.ALLOW;
        };
    }

    /** Whether criteria hold for this resource. */
    public boolean holds(PermissionCriteria<PermissionCondition> criteria, @Nullable R resource) {
        return resource != null && evaluate(criteria, resource);
    }

    private boolean evaluate(PermissionCriteria<PermissionCondition> criteria, R resource) {
        return switch (criteria) {
            case PermissionCriteria.AllOf(var all) -> all.stream().allMatch(each -> evaluate(each, resource));
            case PermissionCriteria.AnyOf(var any) -> any.stream().anyMatch(each -> evaluate(each, resource));
            case PermissionCriteria.Not(var criterion) -> !evaluate(criterion, resource);
            case PermissionCriteria.Condition(var condition) ->
                rules.ruleByName(condition.rule()).apply(resource, condition.params());
        };
    }
}
