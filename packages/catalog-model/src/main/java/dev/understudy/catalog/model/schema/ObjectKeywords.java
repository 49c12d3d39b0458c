// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Map;

/** The keywords that look into objects and arrays; they are only ever asked about such values. */
final class ObjectKeywords {
    private ObjectKeywords() {}

    static Keyword required(List<String> names) {
        return (value, evaluation) -> {
            for (var name : names) {
                if (!value.has(name)) {
                    evaluation.report(
                            "required", "must have required property '" + name + "'", "missingProperty: " + name);
                }
            }
        };
    }

    static Keyword onlyKnown(KnownFields known) {
        return (value, evaluation) -> {
            for (var name : value.propertyNames()) {
                if (!known.contains(name)) {
                    evaluation.report(
                            "additionalProperties",
                            "must NOT have additional properties",
                            "additionalProperty: " + name);
                }
            }
        };
    }

    static Keyword additional(KnownFields known, JsonSchema schema) {
        return patternProperty(new PatternProperty(name -> !known.contains(name), schema));
    }

    static Keyword properties(Map<String, JsonSchema> properties) {
        return (value, evaluation) -> properties.forEach((name, schema) -> {
            var field = value.get(name);
            if (field != null) {
                evaluation.enter(name);
                schema.evaluate(field, evaluation);
                evaluation.leave();
            }
        });
    }

    static Keyword patternProperty(PatternProperty pattern) {
        return (value, evaluation) -> value.forEachEntry((name, field) -> {
            if (pattern.name().test(name)) {
                evaluation.enter(name);
                pattern.schema().evaluate(field, evaluation);
                evaluation.leave();
            }
        });
    }

    static Keyword items(JsonSchema schema) {
        return (value, evaluation) -> {
            for (var index = 0; index < value.size(); index++) {
                evaluation.enter(index);
                schema.evaluate(value.get(index), evaluation);
                evaluation.leave();
            }
        };
    }
}
