// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.errors.InputException;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One question of the permission backend: do conditions hold for a resource, or for each of several?
 *
 * @param single whether the answer is a decision, and not a list
 */
record ConditionsRequest(
        String id,
        List<String> resourceRefs,
        boolean single,
        String resourceType,
        PermissionCriteria<PermissionCondition> conditions) {

    /**
     * @throws InputException when the body is malformed
     */
    static List<ConditionsRequest> parse(JsonNode body) {
        ConditionsSchema.check(body);
        return body.path("items").valueStream().map(ConditionsRequest::read).toList();
    }

    private static ConditionsRequest read(JsonNode item) {
        var refs = item.path("resourceRef");
        return new ConditionsRequest(
                item.path("id").stringValue(),
                refs.isArray() ? refs.valueStream().map(JsonNode::stringValue).toList() : List.of(refs.stringValue()),
                !refs.isArray(),
                item.path("resourceType").stringValue(),
                PermissionCriteria.parse(item.path("conditions"))
                        .orElseThrow(() -> new InputException("Invalid permission criteria")));
    }
}
