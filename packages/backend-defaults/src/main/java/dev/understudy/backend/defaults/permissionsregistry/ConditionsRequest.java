// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.errors.InputException;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.types.schema.SchemaException;
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
        try {
            return ConditionsSchema.REQUEST
                    .parse(body)
                    .get("items")
                    .valueStream()
                    .map(ConditionsRequest::read)
                    .toList();
        } catch (SchemaException unfit) {
            throw new InputException(unfit.getMessage());
        }
    }

    private static ConditionsRequest read(JsonNode item) {
        var refs = item.get("resourceRef");
        return new ConditionsRequest(
                item.get("id").stringValue(),
                refs.isArray() ? refs.valueStream().map(JsonNode::stringValue).toList() : List.of(refs.stringValue()),
                !refs.isArray(),
                item.get("resourceType").stringValue(),
                PermissionCriteria.parse(item.get("conditions")).orElseThrow());
    }
}
