// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    static Keyword onlyKnown(Set<String> names, List<PatternProperty> patterns) {
        return (value, evaluation) -> {
            for (var name : value.propertyNames()) {
                if (!names.contains(name)
                        && patterns.stream().noneMatch(pattern -> pattern.name().test(name))) {
                    evaluation.report(
                            "additionalProperties",
                            "must NOT have additional properties",
                            "additionalProperty: " + name);
                }
            }
        };
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
