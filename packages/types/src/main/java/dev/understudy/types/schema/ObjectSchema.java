// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An object with named properties; what it yields has them in the order of the shape, and no others.
 *
 * @param isStrict whether others are refused
 */
record ObjectSchema(Map<String, Schema> shape, boolean isStrict) implements Schema {
    ObjectSchema {
        shape = Collections.unmodifiableMap(new LinkedHashMap<>(shape));
    }

    @Override
    public Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        if (!value.isObject()) {
            return Outcome.refuse(issues, TypeIssues.type("object", value, path));
        }
        var copy = Json.mapper().createObjectNode();
        var worst = Outcome.Status.VALID;
        for (var property : shape.entrySet()) {
            var key = property.getKey();
            var outcome = property.getValue().check(value.path(key), SchemaIssue.deeper(path, key), issues);
            worst = worst.or(outcome.status());
            if (!outcome.value().isMissingNode()) {
                copy.set(key, outcome.value());
            }
        }
        if (isStrict && reportsExtraKeys(value, path, issues)) {
            worst = worst.or(Outcome.Status.DIRTY);
        }
        return Outcome.of(worst, copy);
    }

    private boolean reportsExtraKeys(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        var extra = value.propertyNames().stream()
                .filter(key -> !shape.containsKey(key))
                .toList();
        if (extra.isEmpty()) {
            return false;
        }
        issues.add(TypeIssues.unrecognized(extra, path));
        return true;
    }
}
