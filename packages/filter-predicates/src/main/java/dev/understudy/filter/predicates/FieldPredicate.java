// SPDX-License-Identifier: Apache-2.0
package dev.understudy.filter.predicates;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a field must hold; a field that is not there is a missing node. */
final class FieldPredicate {
    private FieldPredicate() {}

    static boolean test(JsonNode filter, JsonNode value) {
        if (!filter.isObject()) {
            return JsonEquality.areEqual(value, filter);
        }
        if (filter.has("$contains")) {
            var element = FilterPredicate.of(filter.get("$contains"));
            return value.isArray() && value.valueStream().anyMatch(element);
        }
        if (filter.has("$in")) {
            return filter.get("$in").valueStream().anyMatch(wanted -> JsonEquality.areEqual(value, wanted));
        }
        if (filter.has("$exists")) {
            return value.isMissingNode() != filter.get("$exists").asBoolean(false);
        }
        return filter.has("$hasPrefix")
                && value.isString()
                && upper(value.stringValue())
                        .startsWith(upper(filter.get("$hasPrefix").asString("")));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
