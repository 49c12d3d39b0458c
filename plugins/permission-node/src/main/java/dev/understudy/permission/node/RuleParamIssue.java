// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a parameter, told as zod tells it. */
record RuleParamIssue(String expected, String received, List<Object> path, String message) {
    static RuleParamIssue of(String expected, @Nullable JsonNode value, List<Object> path) {
        if (value == null) {
            return new RuleParamIssue(expected, "undefined", path, "Required");
        }
        var received = typeOf(value);
        var message = "Expected " + expected + ", received " + received;
        return new RuleParamIssue(expected, received, path, message);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("code", "invalid_type")
                .put("expected", expected)
                .put("received", received);
        var steps = json.putArray("path");
        path.forEach(steps::addPOJO);
        return json.put("message", message);
    }

    static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            case OBJECT, POJO, BINARY, MISSING -> "object";
        };
    }
}
