// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The keywords that compare or count the items of arrays; they are only ever asked about such values. */
final class ArrayKeywords {
    private ArrayKeywords() {}

    /** Every item has a schema of its own; what is beyond has none. */
    static Keyword tuple(List<JsonSchema> schemas) {
        return (value, evaluation) -> {
            for (var index = 0; index < Math.min(schemas.size(), value.size()); index++) {
                item(schemas.get(index), value, index, evaluation);
            }
        };
    }

    static Keyword noItemsBeyond(int count) {
        var message = "must NOT have more than " + count + " items";
        return (value, evaluation) -> {
            if (value.size() > count) {
                evaluation.report("additionalItems", message, "limit: " + count);
            }
        };
    }

    static Keyword itemsBeyond(int count, JsonSchema schema) {
        return (value, evaluation) -> {
            for (var index = count; index < value.size(); index++) {
                item(schema, value, index, evaluation);
            }
        };
    }

    static Keyword contains(JsonSchema schema) {
        return (value, evaluation) -> {
            var errors = evaluation.errorCount();
            var mark = evaluation.mark();
            for (var index = 0; index < value.size(); index++) {
                var before = evaluation.errorCount();
                item(schema, value, index, evaluation);
                if (evaluation.errorCount() == before) {
                    evaluation.rewind(errors, mark);
                    return;
                }
            }
            evaluation.report("contains", "must contain at least 1 valid item(s)", "minContains: 1");
        };
    }

    private static void item(JsonSchema schema, JsonNode value, int index, Evaluation evaluation) {
        evaluation.enter(index);
        schema.evaluate(value.get(index), evaluation);
        evaluation.leave();
    }

    /** Compares each item with all before it, the last first. */
    static Keyword unique() {
        return (value, evaluation) -> {
            for (var index = value.size() - 1; index > 0; index--) {
                for (var other = index - 1; other >= 0; other--) {
                    if (value.get(index).equals(value.get(other))) {
                        reportTwins(evaluation, index, other);
                        return;
                    }
                }
            }
        };
    }

    /** For items of plain types, which are found again by their value; those of other types are not looked at. */
    static Keyword unique(List<JsonType> types) {
        return (value, evaluation) -> {
            var seen = new HashMap<JsonNode, Integer>();
            for (var index = value.size() - 1; index >= 0; index--) {
                var item = value.get(index);
                var other = types.stream().anyMatch(type -> type.matches(item)) ? seen.put(item, index) : null;
                if (other != null) {
                    reportTwins(evaluation, index, other);
                    return;
                }
            }
        };
    }

    private static void reportTwins(Evaluation evaluation, int index, int other) {
        evaluation.report(
                "uniqueItems",
                "must NOT have duplicate items (items ## " + other + " and " + index + " are identical)",
                "i: " + index + ", j: " + other);
    }
}
