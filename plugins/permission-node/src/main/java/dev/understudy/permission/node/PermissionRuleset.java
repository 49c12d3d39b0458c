// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;

/** The rules for a type of resource. Thread-safe. Backstage counterpart: {@code PermissionRuleset}. */
@FunctionalInterface
public interface PermissionRuleset<R, Q> {
    /**
     * The rule with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    PermissionRule<R, Q> ruleByName(String name);

    /** A fixed set of rules. */
    static <R, Q> PermissionRuleset<R, Q> of(Collection<PermissionRule<R, Q>> rules) {
        var byName = rules.stream().collect(toMap(PermissionRule::name, identity(), (_, later) -> later));
        return name -> {
            var rule = byName.get(name);
            if (rule == null) {
                throw new IllegalArgumentException("Unexpected permission rule: " + name);
            }
            return rule;
        };
    }
}
