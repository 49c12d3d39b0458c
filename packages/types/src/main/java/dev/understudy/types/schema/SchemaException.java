// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import dev.understudy.errors.BackendException;
import java.util.List;
import java.util.Map;

/** A value does not fit its schema. The message is zod's own, the issues as JSON. Backstage counterpart: {@code ZodError}. */
public final class SchemaException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final transient List<SchemaIssue> issues;

    public SchemaException(List<SchemaIssue> issues) {
        super(IssueJson.write(issues), null);
        this.issues = List.copyOf(issues);
    }

    @Override
    public String name() {
        return "ZodError";
    }

    @Override
    protected String describe() {
        return String.valueOf(getMessage());
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("issues", IssueJson.plain(issues));
    }

    /** The issues in one readable line. Backstage counterpart: {@code fromZodError} of zod-validation-error. */
    public String summary() {
        return "Validation error: " + IssueSummary.of(issues);
    }
}
