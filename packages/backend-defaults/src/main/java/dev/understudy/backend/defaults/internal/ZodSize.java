// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says that something is too small or too large. */
enum ZodSize {
    STRING("String must contain ", "at least ", "at most ", " character(s)"),
    ARRAY("Array must contain ", "at least ", "at most ", " element(s)");

    private final String start;
    private final String least;
    private final String most;
    private final String unit;

    ZodSize(String start, String least, String most, String unit) {
        this.start = start;
        this.least = least;
        this.most = most;
        this.unit = unit;
    }

    /** Whether the size is within limits that may be missing. */
    boolean check(int size, JsonNode minimum, JsonNode maximum, ArrayNode path, ArrayNode issues) {
        boolean isExact = !minimum.isMissingNode() && minimum.equals(maximum);
        if (!minimum.isMissingNode() && size < minimum.asInt()) {
            issues.add(issue("too_small", "minimum", minimum, isExact ? "exactly " : least, isExact, path));
            return false;
        }
        if (!maximum.isMissingNode() && size > maximum.asInt()) {
            issues.add(issue("too_big", "maximum", maximum, isExact ? "exactly " : most, isExact, path));
            return false;
        }
        return true;
    }

    private ObjectNode issue(
            String code, String name, JsonNode limit, String relation, boolean isExact, ArrayNode path) {
        return limit(code, name, limit, name().toLowerCase(Locale.ROOT), true)
                .put("exact", isExact)
                .put("message", start + relation + limit + unit)
                .set("path", path);
    }

    static ObjectNode number(
            String code, String name, JsonNode limit, boolean inclusive, String relation, ArrayNode path) {
        return limit(code, name, limit, "number", inclusive)
                .put("exact", false)
                .put("message", "Number must be " + relation + limit)
                .set("path", path);
    }

    private static ObjectNode limit(String code, String name, JsonNode limit, String type, boolean inclusive) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .set(name, limit)
                .put("type", type)
                .put("inclusive", inclusive);
    }
}
