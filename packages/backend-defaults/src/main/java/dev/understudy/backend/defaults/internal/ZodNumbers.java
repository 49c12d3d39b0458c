// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The rules for numbers. */
final class ZodNumbers {
    private ZodNumbers() {}

    static boolean check(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        double number = value.doubleValue();
        int before = issues.size();
        if (schema.path("type").asString("").equals("integer") && number != Math.rint(number)) {
            issues.add(ZodIssue.fraction(path));
        }
        var limits = new Limits(schema, path, issues);
        limits.report("minimum", number < limits.of("minimum", number), true);
        limits.report("exclusiveMinimum", number <= limits.of("exclusiveMinimum", Double.NEGATIVE_INFINITY), false);
        limits.report("maximum", number > limits.of("maximum", number), true);
        limits.report("exclusiveMaximum", number >= limits.of("exclusiveMaximum", Double.POSITIVE_INFINITY), false);
        if (schema.has("multipleOf") && number % schema.path("multipleOf").doubleValue() != 0) {
            issues.add(ZodIssue.noMultiple(schema.path("multipleOf"), path));
        }
        return issues.size() == before;
    }

    private record Limits(JsonNode schema, ArrayNode path, ArrayNode issues) {
        double of(String keyword, double otherwise) {
            return schema.path(keyword).asDouble(otherwise);
        }

        void report(String keyword, boolean isBroken, boolean inclusive) {
            if (isBroken) {
                boolean isLeast = keyword.endsWith("inimum");
                var relation = (isLeast ? "greater" : "less") + " than " + (inclusive ? "or equal to " : "");
                issues.add(ZodSize.number(
                        isLeast ? "too_small" : "too_big",
                        isLeast ? "minimum" : "maximum",
                        schema.path(keyword),
                        inclusive,
                        relation,
                        path));
            }
        }
    }
}
