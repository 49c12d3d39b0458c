// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.StringNode;

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

    static Keyword propertyNames(JsonSchema schema) {
        return (value, evaluation) -> {
            for (var name : value.propertyNames()) {
                var errors = evaluation.errorCount();
                schema.evaluate(StringNode.valueOf(name), evaluation);
                if (evaluation.errorCount() > errors) {
                    evaluation.report("propertyNames", "property name must be valid", "propertyName: " + name);
                }
            }
        };
    }

    /** Where there is one field, there are others. */
    static Keyword dependency(String name, List<String> others) {
        var all = String.join(", ", others);
        var message = "must have " + (others.size() == 1 ? "property " : "properties ") + all + " when property " + name
                + " is present";
        return (value, evaluation) -> {
            for (var other : value.has(name) ? others : List.<String>of()) {
                if (!value.has(other)) {
                    evaluation.report(
                            "dependencies",
                            message,
                            "property: " + name + ", missingProperty: " + other + ", depsCount: " + others.size()
                                    + ", deps: " + all);
                }
            }
        };
    }

    /** Where there is a field, the whole object follows a schema. */
    static Keyword dependency(String name, JsonSchema schema) {
        return (value, evaluation) -> {
            if (value.has(name)) {
                schema.evaluate(value, evaluation);
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
