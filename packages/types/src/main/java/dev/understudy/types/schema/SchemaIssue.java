// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is wrong. Backstage counterpart: {@code ZodIssue}.
 *
 * @param details what zod tells besides path and message, in its order
 * @param path property names and array indices
 * @param unionErrors what each option of a union found; empty for other issues
 */
public record SchemaIssue(
        Map<String, Object> details, List<Object> path, String message, List<List<SchemaIssue>> unionErrors) {

    static SchemaIssue type(String expected, JsonNode received, List<Object> path) {
        return type(expected, typeOf(received), path);
    }

    static SchemaIssue type(String expected, String received, List<Object> path) {
        var message = received.equals("undefined") ? "Required" : "Expected " + expected + ", received " + received;
        return of(path, message, "code", "invalid_type", "expected", expected, "received", received);
    }

    static SchemaIssue pattern(List<Object> path) {
        return rule(path, "Invalid", "validation", "regex", "code", "invalid_string");
    }

    static SchemaIssue literal(String expected, JsonNode received, List<Object> path) {
        var message = "Invalid literal value, expected \"" + expected + "\"";
        return of(path, message, "received", received, "code", "invalid_literal", "expected", expected);
    }

    static SchemaIssue enumerationType(String options, JsonNode received, List<Object> path) {
        var type = type(options, received, path);
        return of(path, type.message(), "expected", options, "received", typeOf(received), "code", "invalid_type");
    }

    static SchemaIssue enumeration(List<String> options, String received, List<Object> path) {
        var message = "Invalid enum value. Expected " + quoted(options, " | ") + ", received '" + received + "'";
        return of(path, message, "received", received, "code", "invalid_enum_value", "options", options);
    }

    static SchemaIssue unrecognized(List<String> keys, List<Object> path) {
        var message = "Unrecognized key(s) in object: " + quoted(keys, ", ");
        return of(path, message, "code", "unrecognized_keys", "keys", keys);
    }

    static SchemaIssue tooSmall(long minimum, List<Object> path) {
        return tooSmall("Number must be greater than or equal to " + minimum, minimum, "number", true, path);
    }

    static SchemaIssue notAbove(long minimum, List<Object> path) {
        return tooSmall("Number must be greater than " + minimum, minimum, "number", false, path);
    }

    static SchemaIssue tooFew(List<Object> path) {
        return tooSmall("Array must contain at least 1 element(s)", 1, "array", true, path);
    }

    static SchemaIssue tooShort(long minimum, List<Object> path) {
        return tooSmall("String must contain at least " + minimum + " character(s)", minimum, "string", true, path);
    }

    private static SchemaIssue tooSmall(
            String message, long minimum, String type, boolean inclusive, List<Object> path) {
        var code = "too_small";
        return rule(
                path, message, "code", code, "minimum", minimum, "type", type, "inclusive", inclusive, "exact", false);
    }

    static SchemaIssue url(List<Object> path) {
        return rule(path, "Invalid url", "validation", "url", "code", "invalid_string");
    }

    static SchemaIssue union(List<List<SchemaIssue>> unionErrors, List<Object> path) {
        return new SchemaIssue(Map.of("code", "invalid_union"), path, "Invalid input", unionErrors);
    }

    static SchemaIssue fraction(List<Object> path) {
        var message = "Expected integer, received float";
        return rule(path, message, "code", "invalid_type", "expected", "integer", "received", "float");
    }

    /** Where a value has the right type but breaks a rule, zod tells the message before the path. */
    private static SchemaIssue rule(List<Object> path, String message, Object... details) {
        var issue = of(path, message, details);
        issue.details().put("message", message);
        return issue;
    }

    private static SchemaIssue of(List<Object> path, String message, Object... details) {
        var named = new LinkedHashMap<String, Object>();
        for (var index = 0; index < details.length; index += 2) {
            named.put((String) details[index], details[index + 1]);
        }
        return new SchemaIssue(named, path, message, List.of());
    }

    static List<Object> deeper(List<Object> path, Object step) {
        var longer = new ArrayList<Object>(path.size() + 1);
        longer.addAll(path);
        longer.add(step);
        return longer;
    }

    private static String quoted(List<String> values, String separator) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(separator));
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
