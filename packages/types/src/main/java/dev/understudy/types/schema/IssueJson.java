// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues as JSON, indented by two as {@code JSON.stringify(issues, null, 2)} does. */
final class IssueJson {
    /** The longest text; a deeply nested value could otherwise make it grow with the cube of its depth. */
    private static final int LIMIT = 20_000;

    private final StringBuilder out = new StringBuilder();

    private IssueJson() {}

    static String write(List<SchemaIssue> issues) {
        var json = new IssueJson();
        json.value(issues.stream().map(IssueJson::properties).toList(), "");
        return json.out.length() <= LIMIT ? json.out.toString() : json.out.substring(0, LIMIT) + "...";
    }

    /** Issues as lists and maps, for those who write JSON. */
    static List<Map<String, Object>> plain(List<SchemaIssue> issues) {
        return issues.stream().map(IssueJson::plain).toList();
    }

    private static Map<String, Object> plain(SchemaIssue issue) {
        var properties = properties(issue);
        properties.computeIfPresent(
                "unionErrors",
                (_, _) ->
                        issue.unionErrors().stream().map(IssueJson::plainError).toList());
        return properties;
    }

    private static Map<String, Object> plainError(List<SchemaIssue> issues) {
        var error = new LinkedHashMap<String, Object>();
        error.put("issues", plain(issues));
        error.put("name", "ZodError");
        error.put("message", write(issues));
        return error;
    }

    private static Map<String, Object> properties(SchemaIssue issue) {
        var properties = new LinkedHashMap<>(issue.details());
        if (!issue.unionErrors().isEmpty()) {
            properties.put(
                    "unionErrors",
                    issue.unionErrors().stream().map(IssueJson::error).toList());
        }
        properties.put("path", issue.path());
        properties.put("message", issue.message());
        return properties;
    }

    private static Map<String, Object> error(List<SchemaIssue> issues) {
        var error = new LinkedHashMap<String, Object>();
        error.put("issues", issues);
        error.put("name", "ZodError");
        return error;
    }

    private void value(Object value, String indent) {
        if (out.length() > LIMIT) {
            return;
        }
        switch (value) {
            case List<?> list -> elements(list, indent);
            case Map<?, ?> map -> members(map.entrySet(), indent);
            case SchemaIssue issue -> members(properties(issue).entrySet(), indent);
            case ArrayNode array -> elements(array.valueStream().toList(), indent);
            case ObjectNode object -> members(object.properties(), indent);
            default -> out.append(Json.mapper().writeValueAsString(value));
        }
    }

    private void elements(List<?> list, String indent) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        var separator = "[\n";
        for (var element : list) {
            out.append(separator).append(indent).append("  ");
            value(element, indent + "  ");
            separator = ",\n";
        }
        out.append('\n').append(indent).append(']');
    }

    private void members(Set<? extends Map.Entry<?, ?>> members, String indent) {
        if (members.isEmpty()) {
            out.append("{}");
            return;
        }
        var separator = "{\n";
        for (var member : members) {
            out.append(separator).append(indent).append("  ");
            out.append(Json.mapper().writeValueAsString(member.getKey())).append(": ");
            value(member.getValue(), indent + "  ");
            separator = ",\n";
        }
        out.append('\n').append(indent).append('}');
    }
}
