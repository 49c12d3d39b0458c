// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Something that fields must be together; checked when each of them is right by itself. */
record FieldRule(Predicate<JsonNode> broken, String message) {
    static FieldRule needs(String field, String other) {
        return new FieldRule(
                fields -> has(fields, field) && !has(fields, other),
                field + " requires a " + other + " to be provided");
    }

    static FieldRule exclusive(String field, String other, String reason) {
        return new FieldRule(fields -> has(fields, field) && has(fields, other), reason);
    }

    /** Whether a field says anything: text that is not empty, or yes. */
    static boolean has(JsonNode fields, String name) {
        var value = fields.path(name);
        return value.isString() ? !value.stringValue().isEmpty() : value.asBoolean(false);
    }
}
