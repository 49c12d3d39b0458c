// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One parameter of a rule; a blank description is not shown. */
record RuleParam(Type type, String description, boolean required) {
    enum Type {
        STRING("string"),
        NUMBER("number"),
        BOOLEAN("boolean"),
        STRINGS("array");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        private boolean accepts(JsonNode value) {
            return RuleParamIssue.typeOf(value).equals(text);
        }
    }

    ObjectNode toJsonSchema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", type.text);
        if (type == Type.STRINGS) {
            schema.putObject("items").put("type", Type.STRING.text);
        }
        return description.isBlank() ? schema : schema.put("description", description);
    }

    List<RuleParamIssue> check(String name, @Nullable JsonNode value) {
        if (value == null && !required) {
            return List.of();
        }
        if (value == null || !type.accepts(value)) {
            return List.of(RuleParamIssue.of(type.text, value, List.of(name)));
        }
        return type == Type.STRINGS ? checkItems(name, value) : List.of();
    }

    private static List<RuleParamIssue> checkItems(String name, JsonNode array) {
        var issues = new ArrayList<RuleParamIssue>();
        for (int index = 0; index < array.size(); index++) {
            if (!Type.STRING.accepts(array.get(index))) {
                issues.add(RuleParamIssue.of(Type.STRING.text, array.get(index), List.of(name, index)));
            }
        }
        return issues;
    }
}
