// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a JSON value must look like. Immutable. Backstage counterpart: a zod 3 schema. */
@FunctionalInterface
public interface Schema {
    /**
     * Checks one value, which is a missing node where JavaScript has {@code undefined}.
     *
     * @param issues takes what is wrong
     */
    Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues);

    /**
     * The value without the properties that the schema does not know.
     *
     * @throws SchemaException with all that is wrong
     */
    default JsonNode parse(JsonNode value) {
        var issues = new ArrayList<SchemaIssue>();
        var outcome = check(value, List.of(), issues);
        if (outcome.status() != Outcome.Status.VALID) {
            throw new SchemaException(issues);
        }
        return outcome.value();
    }

    /** All that is wrong with a value. */
    default List<SchemaIssue> issues(JsonNode value) {
        var issues = new ArrayList<SchemaIssue>();
        check(value, List.of(), issues);
        return issues;
    }
}
