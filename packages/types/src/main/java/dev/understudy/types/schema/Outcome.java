// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How a check went, and the value as far as it was understood. */
public record Outcome(Status status, JsonNode value) {
    private static final Outcome INVALID = new Outcome(Status.INVALID, MissingNode.getInstance());

    /** Dirty values have the right type but break a rule; a union prefers their issues to those of its other options. */
    public enum Status {
        VALID,
        DIRTY,
        INVALID;

        /** The worse of two. */
        Status or(Status other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** An invalid one tells no value. */
    static Outcome of(Status status, JsonNode value) {
        return status == Status.INVALID ? INVALID : new Outcome(status, value);
    }

    static Outcome valid(JsonNode value) {
        return new Outcome(Status.VALID, value);
    }

    static Outcome dirty(JsonNode value) {
        return new Outcome(Status.DIRTY, value);
    }

    static Outcome refuse(List<SchemaIssue> issues, SchemaIssue issue) {
        issues.add(issue);
        return INVALID;
    }
}
