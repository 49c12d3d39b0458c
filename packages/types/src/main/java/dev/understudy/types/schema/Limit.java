// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.List;
import java.util.Locale;

/** What is said of values below a minimum or above a maximum. */
enum Limit {
    MINIMUM("too_small", "greater", "at least"),
    MAXIMUM("too_big", "less", "at most");

    private final String code;
    private final String comparative;
    private final String relation;

    Limit(String code, String comparative, String relation) {
        this.code = code;
        this.comparative = comparative;
        this.relation = relation;
    }

    SchemaIssue ofNumber(Number limit, boolean inclusive, List<Object> path) {
        var message = "Number must be " + comparative + " than " + (inclusive ? "or equal to " : "") + limit;
        return issue("number", limit, inclusive, false, message, path);
    }

    SchemaIssue ofSize(SizeLimits limits, int limit, List<Object> path) {
        var message = limits.start() + (limits.isExact() ? "exactly" : relation) + " " + limit + limits.unit();
        return issue(limits.type(), limit, true, limits.isExact(), message, path);
    }

    private SchemaIssue issue(
            String type, Number limit, boolean inclusive, boolean exact, String message, List<Object> path) {
        var name = name().toLowerCase(Locale.ROOT);
        return SchemaIssue.rule(
                path, message, "code", code, name, limit, "type", type, "inclusive", inclusive, "exact", exact);
    }
}
