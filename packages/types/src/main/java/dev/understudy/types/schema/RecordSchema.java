// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An object with any keys that fit one schema and values that fit another. */
record RecordSchema(Schema key, Schema value) implements Schema {
    // checked, but left out of the result, as zod does
    private static final String PROTOTYPE = "__proto__";

    @Override
    public Outcome check(JsonNode node, List<Object> path, List<SchemaIssue> issues) {
        if (!node.isObject()) {
            return Outcome.refuse(issues, TypeIssues.type("object", node, path));
        }
        var copy = Json.mapper().createObjectNode();
        var worst = Outcome.Status.VALID;
        for (var property : node.properties()) {
            var name = Json.mapper().getNodeFactory().stringNode(property.getKey());
            var deeper = SchemaIssue.deeper(path, property.getKey());
            var keyOutcome = key.check(name, deeper, issues);
            var valueOutcome = value.check(property.getValue(), deeper, issues);
            worst = worst.or(keyOutcome.status()).or(valueOutcome.status());
            if (!property.getKey().equals(PROTOTYPE)) {
                copy.set(property.getKey(), valueOutcome.value());
            }
        }
        return Outcome.of(worst, copy);
    }
}
