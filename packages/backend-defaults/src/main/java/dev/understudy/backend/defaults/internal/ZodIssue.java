// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.types.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The issues that zod 3 has, with their fields in its order. */
final class ZodIssue {
    private ZodIssue() {}

    static ObjectNode wrongType(String expected, JsonNode value, ArrayNode path) {
        var received = typeOf(value);
        var message = received.equals("undefined") ? "Required" : "Expected " + expected + ", received " + received;
        return issue().put("code", "invalid_type")
                .put("expected", expected)
                .put("received", received)
                .set("path", path)
                .put("message", message);
    }

    static ObjectNode fraction(ArrayNode path) {
        return issue().put("code", "invalid_type")
                .put("expected", "integer")
                .put("received", "float")
                .put("message", "Expected integer, received float")
                .set("path", path);
    }

    static ObjectNode notOneOf(JsonNode options, JsonNode value, ArrayNode path) {
        var expected = options.valueStream()
                .map(option -> option.isString() ? "'" + option.stringValue() + "'" : Json.stringify(option))
                .collect(Collectors.joining(" | "));
        if (!value.isString()) {
            var other = wrongType(expected, value, path);
            var moved = issue().put("expected", expected);
            return moved.set("received", other.get("received"))
                    .put("code", "invalid_type")
                    .set("path", path)
                    .set("message", other.get("message"));
        }
        return issue().set("received", value)
                .put("code", "invalid_enum_value")
                .set("options", options)
                .set("path", path)
                .put(
                        "message",
                        "Invalid enum value. Expected " + expected + ", received '" + value.stringValue() + "'");
    }

    static ObjectNode notTheLiteral(JsonNode literal, JsonNode value, ArrayNode path) {
        var issue = issue();
        if (!value.isMissingNode()) {
            issue.set("received", value);
        }
        return issue.put("code", "invalid_literal")
                .set("expected", literal)
                .set("path", path)
                .put("message", "Invalid literal value, expected " + Json.stringify(literal));
    }

    static ObjectNode pattern(ArrayNode path) {
        return text("regex", "Invalid", path);
    }

    static ObjectNode url(ArrayNode path) {
        return text("url", "Invalid url", path);
    }

    private static ObjectNode text(String validation, String message, ArrayNode path) {
        return issue().put("validation", validation)
                .put("code", "invalid_string")
                .put("message", message)
                .set("path", path);
    }

    static ObjectNode noMultiple(JsonNode divisor, ArrayNode path) {
        return issue().put("code", "not_multiple_of")
                .set("multipleOf", divisor)
                .put("message", "Number must be a multiple of " + divisor)
                .set("path", path);
    }

    static ObjectNode noneFits(ArrayNode unionErrors, ArrayNode path) {
        return issue().put("code", "invalid_union")
                .set("unionErrors", unionErrors)
                .set("path", path)
                .put("message", "Invalid input");
    }

    static ObjectNode other(String message, ArrayNode path) {
        return issue().put("code", "custom").put("message", message).set("path", path);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "undefined";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT, POJO, BINARY -> "object";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
        };
    }

    private static ObjectNode issue() {
        return JsonNodeFactory.instance.objectNode();
    }
}
