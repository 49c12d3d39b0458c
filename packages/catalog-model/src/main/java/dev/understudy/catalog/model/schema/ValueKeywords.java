// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The keywords that look at a value itself. Those for strings and arrays are only ever asked about such values. */
final class ValueKeywords {
    private static final double NOT_PRINTED_IN_FULL = 1e21;

    private ValueKeywords() {}

    static Keyword constant(String expected) {
        var params = "allowedValue: " + expected;
        return (value, evaluation) -> {
            if (!value.isString() || !value.stringValue().equals(expected)) {
                evaluation.report("const", "must be equal to constant", params);
            }
        };
    }

    static Keyword enumeration(List<String> allowed) {
        var params = "allowedValues: " + String.join(",", allowed);
        return (value, evaluation) -> {
            if (!value.isString() || !allowed.contains(value.stringValue())) {
                evaluation.report("enum", "must be equal to one of the allowed values", params);
            }
        };
    }

    static Keyword constant(JsonNode expected) {
        var params = "allowedValue: " + shown(expected);
        return (value, evaluation) -> {
            if (!isSame(expected, value)) {
                evaluation.report("const", "must be equal to constant", params);
            }
        };
    }

    static Keyword enumeration(JsonNode allowed) {
        var params = "allowedValues: "
                + allowed.valueStream()
                        .map(value -> value.isNull() ? "" : shown(value))
                        .collect(Collectors.joining(","));
        return (value, evaluation) -> {
            if (allowed.valueStream().noneMatch(expected -> isSame(expected, value))) {
                evaluation.report("enum", "must be equal to one of the allowed values", params);
            }
        };
    }

    /** What JavaScript writes for a value. */
    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case OBJECT -> "[object Object]";
            case ARRAY -> value.valueStream().map(ValueKeywords::shown).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private static boolean isSame(JsonNode expected, JsonNode value) {
        if (expected.isNumber() && value.isNumber()) {
            return expected.decimalValue().compareTo(value.decimalValue()) == 0;
        }
        return expected.equals(value);
    }

    static Keyword minLength(int limit) {
        var message = "must NOT have fewer than " + limit + " characters";
        return (value, evaluation) -> {
            if (codePoints(value.stringValue()) < limit) {
                evaluation.report("minLength", message, "limit: " + limit);
            }
        };
    }

    static Keyword maxLength(int limit) {
        var message = "must NOT have more than " + limit + " characters";
        return (value, evaluation) -> {
            if (codePoints(value.stringValue()) > limit) {
                evaluation.report("maxLength", message, "limit: " + limit);
            }
        };
    }

    static Keyword pattern(String source, Predicate<String> test) {
        var message = "must match pattern \"" + source + "\"";
        return (value, evaluation) -> {
            if (!test.test(value.stringValue())) {
                evaluation.report("pattern", message, "pattern: " + source);
            }
        };
    }

    static Keyword minItems(int limit) {
        var message = "must NOT have fewer than " + limit + " items";
        return (value, evaluation) -> {
            if (value.size() < limit) {
                evaluation.report("minItems", message, "limit: " + limit);
            }
        };
    }

    static Keyword maxItems(int limit) {
        var message = "must NOT have more than " + limit + " items";
        return (value, evaluation) -> {
            if (value.size() > limit) {
                evaluation.report("maxItems", message, "limit: " + limit);
            }
        };
    }

    static Keyword minProperties(int limit) {
        var message = "must NOT have fewer than " + limit + " properties";
        return (value, evaluation) -> {
            if (value.size() < limit) {
                evaluation.report("minProperties", message, "limit: " + limit);
            }
        };
    }

    static Keyword maxProperties(int limit) {
        var message = "must NOT have more than " + limit + " properties";
        return (value, evaluation) -> {
            if (value.size() > limit) {
                evaluation.report("maxProperties", message, "limit: " + limit);
            }
        };
    }

    /** A comparison with a limit, as it is written in messages, such as {@code >=}. */
    static Keyword number(String keyword, String comparison, JsonNode limit, IntPredicate passes) {
        var bound = limit.decimalValue();
        return (value, evaluation) -> {
            if (!passes.test(value.decimalValue().compareTo(bound))) {
                evaluation.report(
                        keyword,
                        "must be " + comparison + " " + limit,
                        "comparison: " + comparison + ", limit: " + limit);
            }
        };
    }

    /** As in JavaScript, where 0.3 is no multiple of 0.1. */
    static Keyword multipleOf(JsonNode divisor) {
        return (value, evaluation) -> {
            var times = value.doubleValue() / divisor.doubleValue();
            if (times != Math.rint(times) || Math.abs(times) >= NOT_PRINTED_IN_FULL) {
                evaluation.report("multipleOf", "must be multiple of " + divisor, "multipleOf: " + divisor);
            }
        };
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
