// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The keywords that combine schemas. */
final class Alternatives {
    private Alternatives() {}

    static Keyword allOf(List<JsonSchema> schemas) {
        return (value, evaluation) -> {
            for (var schema : schemas) {
                schema.evaluate(value, evaluation);
            }
        };
    }

    static Keyword not(JsonSchema schema) {
        return (value, evaluation) -> {
            var errors = evaluation.errorCount();
            var mark = evaluation.mark();
            schema.evaluate(value, evaluation);
            if (evaluation.errorCount() == errors) {
                evaluation.report("not", "must NOT be valid", "");
            } else {
                evaluation.rewind(errors, mark);
            }
        };
    }

    static Keyword anyOf(List<JsonSchema> schemas) {
        return (value, evaluation) -> {
            var errors = evaluation.errorCount();
            var mark = evaluation.mark();
            for (var schema : schemas) {
                var before = evaluation.errorCount();
                schema.evaluate(value, evaluation);
                if (evaluation.errorCount() == before) {
                    evaluation.rewind(errors, mark);
                    return;
                }
            }
            evaluation.report("anyOf", "must match a schema in anyOf", "");
        };
    }

    static Keyword oneOf(List<JsonSchema> schemas) {
        return (value, evaluation) -> {
            var errors = evaluation.errorCount();
            var mark = evaluation.mark();
            var passing = -1;
            for (var index = 0; index < schemas.size(); index++) {
                var before = evaluation.errorCount();
                schemas.get(index).evaluate(value, evaluation);
                if (evaluation.errorCount() > before) {
                    continue;
                }
                if (passing >= 0) {
                    reportOneOf(evaluation, passing + "," + index);
                    return;
                }
                passing = index;
            }
            if (passing >= 0) {
                evaluation.rewind(errors, mark);
            } else {
                reportOneOf(evaluation, "null");
            }
        };
    }

    /** What follows from whether the value follows a schema. */
    static Keyword conditional(JsonSchema condition, Optional<JsonSchema> then, Optional<JsonSchema> otherwise) {
        return (value, evaluation) -> {
            var errors = evaluation.errorCount();
            var mark = evaluation.mark();
            condition.evaluate(value, evaluation);
            var holds = evaluation.errorCount() == errors;
            evaluation.rewind(errors, mark);
            (holds ? then : otherwise)
                    .ifPresent(schema -> evaluateBranch(schema, holds ? "then" : "else", value, evaluation));
        };
    }

    private static void evaluateBranch(JsonSchema schema, String name, JsonNode value, Evaluation evaluation) {
        var errors = evaluation.errorCount();
        schema.evaluate(value, evaluation);
        if (evaluation.errorCount() > errors) {
            evaluation.report("if", "must match \"" + name + "\" schema", "failingKeyword: " + name);
        }
    }

    private static void reportOneOf(Evaluation evaluation, String passing) {
        evaluation.report("oneOf", "must match exactly one schema in oneOf", "passingSchemas: " + passing);
    }
}
