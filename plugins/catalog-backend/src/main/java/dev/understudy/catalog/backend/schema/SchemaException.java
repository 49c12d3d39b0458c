// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.schema;

import java.util.List;

/** A value does not fit its schema. The message is zod's own, the issues as JSON. Backstage counterpart: {@code ZodError}. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SchemaIssue> issues;

    SchemaException(List<SchemaIssue> issues) {
        super(IssueJson.write(issues));
        this.issues = List.copyOf(issues);
    }

    /** The issues in one readable line. Backstage counterpart: {@code fromZodError} of zod-validation-error. */
    public String summary() {
        return "Validation error: " + IssueSummary.of(issues);
    }
}
