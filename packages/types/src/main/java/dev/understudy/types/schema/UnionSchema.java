// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The first of several schemas that fits; failing that, the first that only breaks a rule. */
record UnionSchema(List<Schema> options) implements Schema {
    @Override
    public Outcome check(JsonNode value, List<Object> path, List<SchemaIssue> issues) {
        @Nullable Outcome dirty = null;
        List<SchemaIssue> dirtyIssues = List.of();
        var refusals = new ArrayList<List<SchemaIssue>>();
        for (var option : options) {
            var found = new ArrayList<SchemaIssue>();
            var outcome = option.check(value, path, found);
            if (outcome.status() == Outcome.Status.VALID) {
                return outcome;
            }
            if (outcome.status() == Outcome.Status.DIRTY && dirty == null) {
                dirty = outcome;
                dirtyIssues = found;
            }
            refusals.add(found);
        }
        if (dirty != null) {
            issues.addAll(dirtyIssues);
            return dirty;
        }
        return Outcome.refuse(issues, TypeIssues.union(refusals, path));
    }
}
