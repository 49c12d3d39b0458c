// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.errors.InputException;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    static List<ConditionsRequest> parse(Optional<JsonNode> body) {
        var items = body.map(json -> json.path("items")).filter(JsonNode::isArray);
        if (items.isEmpty()) {
            throw new InputException("Invalid request, 'items' is not an array");
        }
        var requests = new ArrayList<ConditionsRequest>();
        for (int index = 0; index < items.get().size(); index++) {
            requests.add(parse(items.get().get(index), "items[" + index + "]"));
        }
        return requests;
    }

    private static ConditionsRequest parse(JsonNode item, String where) {
        var refs = item.path("resourceRef");
        return new ConditionsRequest(
                text(item.path("id"), where + ".id"),
                refs.isArray() ? texts(refs, where + ".resourceRef") : List.of(text(refs, where + ".resourceRef")),
                !refs.isArray(),
                text(item.path("resourceType"), where + ".resourceType"),
                PermissionCriteria.parse(item.path("conditions"))
                        .orElseThrow(() -> invalid(where + ".conditions", "permission criteria")));
    }

    private static List<String> texts(JsonNode array, String where) {
        if (array.isEmpty()) {
            throw invalid(where, "a string or a list of strings that is not empty");
        }
        return array.valueStream().map(value -> text(value, where)).toList();
    }

    private static String text(JsonNode value, String where) {
        if (!value.isString()) {
            throw invalid(where, "a string");
        }
        return value.stringValue();
    }

    private static InputException invalid(String where, String expected) {
        return new InputException("Invalid request, '" + where + "' is not " + expected);
    }
}
