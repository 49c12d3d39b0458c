// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is said of values of the wrong type. */
final class TypeIssues {
    private TypeIssues() {}

    static SchemaIssue type(String expected, JsonNode value, List<Object> path) {
        var received = typeOf(value);
        return SchemaIssue.of(
                path, message(expected, received), "code", "invalid_type", "expected", expected, "received", received);
    }

    static SchemaIssue literal(JsonNode expected, JsonNode value, List<Object> path) {
        var message = "Invalid literal value, expected " + Json.stringify(expected);
        return value.isMissingNode()
                ? SchemaIssue.of(path, message, "code", "invalid_literal", "expected", expected)
                : SchemaIssue.of(path, message, "received", value, "code", "invalid_literal", "expected", expected);
    }

    static SchemaIssue enumeration(List<JsonNode> options, JsonNode value, List<Object> path) {
        var expected = options.stream().map(TypeIssues::quoted).collect(Collectors.joining(" | "));
        if (!value.isString()) {
            var received = typeOf(value);
            return SchemaIssue.of(
                    path,
                    message(expected, received),
                    "expected",
                    expected,
                    "received",
                    received,
                    "code",
                    "invalid_type");
        }
        var message = "Invalid enum value. Expected " + expected + ", received " + quoted(value);
        return SchemaIssue.of(path, message, "received", value, "code", "invalid_enum_value", "options", options);
    }

    static SchemaIssue unrecognized(List<String> keys, List<Object> path) {
        var names = keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
        var message = "Unrecognized key(s) in object: " + names;
        return SchemaIssue.of(path, message, "code", "unrecognized_keys", "keys", keys);
    }

    static SchemaIssue union(List<List<SchemaIssue>> unionErrors, List<Object> path) {
        return new SchemaIssue(Map.of("code", "invalid_union"), path, "Invalid input", unionErrors);
    }

    private static String message(String expected, String received) {
        return received.equals("undefined") ? "Required" : "Expected " + expected + ", received " + received;
    }

    private static String quoted(JsonNode value) {
        return value.isString() ? "'" + value.stringValue() + "'" : Json.stringify(value);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case MISSING -> "undefined";
        };
    }
}
