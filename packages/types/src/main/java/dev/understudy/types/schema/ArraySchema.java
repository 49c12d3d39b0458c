// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An array whose elements all fit one schema. */
record ArraySchema(Schema element) implements Schema {
    @Override
    public Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        if (!value.isArray()) {
            return Outcome.refuse(issues, SchemaIssue.type("array", value, path));
        }
        var copy = Json.mapper().createArrayNode();
        var worst = Outcome.Status.VALID;
        for (var index = 0; index < value.size(); index++) {
            var outcome = element.check(value.get(index), SchemaIssue.deeper(path, index), issues);
            copy.add(outcome.value());
            worst = ObjectSchema.worse(worst, outcome.status());
        }
        return worst == Outcome.Status.INVALID ? Outcome.invalid() : new Outcome(worst, copy);
    }
}
