// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import java.util.List;

/** Turns conditions into queries for all resources at once. Backstage counterpart: {@code createConditionTransformer}. */
public final class ConditionTransformer<Q> {
    private final PermissionRuleset<?, Q> rules;

    private ConditionTransformer(PermissionRuleset<?, Q> rules) {
        this.rules = rules;
    }

    public static <Q> ConditionTransformer<Q> of(PermissionRuleset<?, Q> rules) {
        return new ConditionTransformer<>(rules);
    }

    /**
     * The same criteria with queries in place of conditions.
     *
     * @throws IllegalArgumentException for a rule that does not exist
     * @throws dev.understudy.errors.InputException when parameters do not fit
     */
    public PermissionCriteria<Q> transform(PermissionCriteria<PermissionCondition> criteria) {
        return switch (criteria) {
            case PermissionCriteria.AllOf(var all) -> new PermissionCriteria.AllOf<>(transformAll(all));
            case PermissionCriteria.AnyOf(var any) -> new PermissionCriteria.AnyOf<>(transformAll(any));
            case PermissionCriteria.Not(var criterion) -> new PermissionCriteria.Not<>(transform(criterion));
            case PermissionCriteria.Condition(var condition) ->
                new PermissionCriteria.Condition<>(
                        rules.ruleByName(condition.rule()).toQuery(condition.params()));
        };
    }

    private List<PermissionCriteria<Q>> transformAll(List<PermissionCriteria<PermissionCondition>> criteria) {
        return criteria.stream().map(this::transform).toList();
    }
}
