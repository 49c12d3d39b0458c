// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import dev.understudy.permission.common.PermissionCriteria.AllOf;
import dev.understudy.permission.common.PermissionCriteria.AnyOf;
import dev.understudy.permission.common.PermissionCriteria.Condition;
import dev.understudy.permission.common.PermissionCriteria.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Criteria on the wire. As in the reference, an object that could be read in several ways is a condition before it is
 * anyOf, allOf or not, and fields that do not belong are dropped.
 */
final class CriteriaJson {
    private CriteriaJson() {}

    static Optional<PermissionCriteria<PermissionCondition>> read(JsonNode json) {
        return readCondition(json)
                .or(() -> readList(json.path("anyOf")).map(AnyOf::new))
                .or(() -> readList(json.path("allOf")).map(AllOf::new))
                .or(() -> Optional.ofNullable(json.get("not"))
                        .flatMap(CriteriaJson::read)
                        .map(Not::new));
    }

    static ObjectNode write(PermissionCriteria<PermissionCondition> criteria) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (criteria) {
            case AllOf(var all) -> writeList(json, "allOf", all);
            case AnyOf(var any) -> writeList(json, "anyOf", any);
            case Not(var criterion) -> json.set("not", write(criterion));
            case Condition(var condition) -> writeCondition(json, condition);
        }
        return json;
    }

    private static Optional<PermissionCriteria<PermissionCondition>> readCondition(JsonNode json) {
        var rule = PermissionJson.text(json, "rule");
        var resourceType = PermissionJson.text(json, "resourceType");
        var params = Optional.ofNullable(json.get("params"));
        if (rule.isEmpty()
                || resourceType.isEmpty()
                || params.filter(value -> !value.isObject()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Condition<>(
                new PermissionCondition(rule.get(), resourceType.get(), params.map(JsonNode::asObject))));
    }

    private static Optional<List<PermissionCriteria<PermissionCondition>>> readList(JsonNode json) {
        if (!json.isArray() || json.isEmpty()) {
            return Optional.empty();
        }
        var criteria = new ArrayList<PermissionCriteria<PermissionCondition>>();
        for (var item : json) {
            var criterion = read(item);
            if (criterion.isEmpty()) {
                return Optional.empty();
            }
            criteria.add(criterion.get());
        }
        return Optional.of(criteria);
    }

    private static void writeList(
            ObjectNode json, String field, List<PermissionCriteria<PermissionCondition>> criteria) {
        var items = json.putArray(field);
        criteria.forEach(criterion -> items.add(write(criterion)));
    }

    private static void writeCondition(ObjectNode json, PermissionCondition condition) {
        json.put("rule", condition.rule()).put("resourceType", condition.resourceType());
        condition.params().ifPresent(params -> json.set("params", params));
    }
}
