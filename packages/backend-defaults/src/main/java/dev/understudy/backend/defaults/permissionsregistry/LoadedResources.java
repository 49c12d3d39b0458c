// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.permission.node.ConditionAuthorizer;
import dev.understudy.permission.node.PermissionRuleset;
import java.util.Map;

/** Resources of one type, with the rules that decide on them. */
record LoadedResources<R>(Map<String, R> byRef, PermissionRuleset<R, ?> rules) {
    DefinitivePolicyDecision decide(PermissionCriteria<PermissionCondition> criteria, String resourceRef) {
        var holds = ConditionAuthorizer.of(rules).holds(criteria, byRef.get(resourceRef));
        return holds ? DefinitivePolicyDecision.ALLOW : DefinitivePolicyDecision.DENY;
    }
}
