// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An array of a certain size whose elements all fit one schema. */
record ArraySchema(Schema element, SizeLimits limits) implements Schema {
    @Override
    public Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        if (!value.isArray()) {
            return Outcome.refuse(issues, TypeIssues.type("array", value, path));
        }
        var breach = limits.breach(value.size(), path);
        breach.ifPresent(issues::add);
        var worst = breach.isPresent() ? Outcome.Status.DIRTY : Outcome.Status.VALID;
        var copy = Json.mapper().createArrayNode();
        for (var index = 0; index < value.size(); index++) {
            var outcome = element.check(value.get(index), SchemaIssue.deeper(path, index), issues);
            copy.add(outcome.value());
            worst = worst.or(outcome.status());
        }
        return Outcome.of(worst, copy);
    }
}
