// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Issues in one line, worded as zod-validation-error does. */
final class IssueSummary {
    /** The longest text; a deeply nested value could otherwise make it grow with the square of its depth. */
    private static final int LIMIT = 20_000;

    private static final int MOST_ISSUES = 99;
    private static final Pattern IDENTIFIER = Pattern.compile("[$_\\p{javaUnicodeIdentifierStart}]");

    private IssueSummary() {}

    static String of(List<SchemaIssue> issues) {
        return cut(issues.stream().limit(MOST_ISSUES).map(IssueSummary::one).collect(Collectors.joining("; ")));
    }

    private static String one(SchemaIssue issue) {
        if (!issue.unionErrors().isEmpty()) {
            var options = new LinkedHashSet<String>();
            for (var option : issue.unionErrors()) {
                options.add(option.stream().map(IssueSummary::one).collect(Collectors.joining("; ")));
            }
            return cut(String.join(", or ", options));
        }
        var path = issue.path();
        if (path.isEmpty()) {
            return issue.message();
        }
        return path.size() == 1 && path.getFirst() instanceof Integer index
                ? issue.message() + " at index " + index
                : issue.message() + " at \"" + join(path) + "\"";
    }

    private static String join(List<Object> path) {
        if (path.size() == 1) {
            var only = path.getFirst().toString();
            return only.isEmpty() ? "\"\"" : only;
        }
        var joined = new StringBuilder();
        for (var step : path) {
            if (step instanceof Integer) {
                joined.append('[').append(step).append(']');
            } else {
                append(joined, step.toString());
            }
        }
        return joined.toString();
    }

    private static void append(StringBuilder joined, String key) {
        if (key.contains("\"")) {
            joined.append("[\"").append(key.replace("\"", "\\\"")).append("\"]");
        } else if (!IDENTIFIER.matcher(key).find()) {
            joined.append("[\"").append(key).append("\"]");
        } else {
            joined.append(joined.isEmpty() ? "" : ".").append(key);
        }
    }

    private static String cut(String text) {
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "...";
    }
}
