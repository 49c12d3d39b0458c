// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An object with named properties; what it yields has them in the order of the shape. */
record ObjectSchema(Map<String, Schema> shape, Others others) implements Schema {
    /** What becomes of properties that the shape does not name. */
    enum Others {
        DROPPED,
        REFUSED,
        KEPT
    }

    ObjectSchema {
        shape = Collections.unmodifiableMap(new LinkedHashMap<>(shape));
    }

    @Override
    public Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        if (!value.isObject()) {
            return Outcome.refuse(issues, SchemaIssue.type("object", value, path));
        }
        var copy = Json.mapper().createObjectNode();
        var worst = Outcome.Status.VALID;
        for (var property : shape.entrySet()) {
            var key = property.getKey();
            var outcome = property.getValue().check(value.path(key), SchemaIssue.deeper(path, key), issues);
            worst = worse(worst, outcome.status());
            if (!outcome.value().isMissingNode()) {
                copy.set(key, outcome.value());
            }
        }
        if (others == Others.REFUSED && reportsExtraKeys(value, path, issues)) {
            worst = worse(worst, Outcome.Status.DIRTY);
        }
        if (others == Others.KEPT) {
            value.properties().forEach(property -> copy.putIfAbsent(property.getKey(), property.getValue()));
        }
        return worst == Outcome.Status.INVALID ? Outcome.invalid() : new Outcome(worst, copy);
    }

    private boolean reportsExtraKeys(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        var extra = value.propertyNames().stream()
                .filter(key -> !shape.containsKey(key))
                .toList();
        if (extra.isEmpty()) {
            return false;
        }
        issues.add(SchemaIssue.unrecognized(extra, path));
        return true;
    }

    static Outcome.Status worse(Outcome.Status one, Outcome.Status other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
