// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong. Backstage counterpart: {@code ZodIssue}.
 *
 * @param details what zod tells besides path and message, in its order
 * @param path property names and array indices
 * @param unionErrors what each option of a union found; empty for other issues
 */
public record SchemaIssue(
        Map<String, Object> details, List<Object> path, String message, List<List<SchemaIssue>> unionErrors) {

    /** An issue that zod does not have. */
    public static SchemaIssue custom(String message, List<Object> path) {
        return rule(path, message, "code", "custom");
    }

    /** Where a value has the right type but breaks a rule, zod tells the message before the path. */
    static SchemaIssue rule(List<Object> path, String message, Object... details) {
        var issue = of(path, message, details);
        issue.details().put("message", message);
        return issue;
    }

    static SchemaIssue of(List<Object> path, String message, Object... details) {
        var named = new LinkedHashMap<String, Object>();
        for (var index = 0; index < details.length; index += 2) {
            named.put((String) details[index], details[index + 1]);
        }
        return new SchemaIssue(named, path, message, List.of());
    }

    static List<Object> deeper(List<Object> path, Object step) {
        var longer = new ArrayList<Object>(path.size() + 1);
        longer.addAll(path);
        longer.add(step);
        return longer;
    }
}
