// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.function.Predicate;

/** The keywords that look at a value itself. Those for strings and arrays are only ever asked about such values. */
final class ValueKeywords {
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

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
