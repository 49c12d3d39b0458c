// SPDX-License-Identifier: Apache-2.0
package dev.understudy.filter.predicates;

import dev.understudy.types.Json;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** When two values count as equal. */
final class JsonEquality {
    private JsonEquality() {}

    static boolean areEqual(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return false;
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(index -> areEqual(one.get(index), other.get(index)));
        }
        if (one.isString() && other.isString()) {
            return upper(one.stringValue()).equals(upper(other.stringValue()));
        }
        if (one.isNumber() || other.isNumber()) {
            return one.isValueNode() && other.isValueNode() && text(one).equals(text(other));
        }
        return one.isBoolean() && one.equals(other);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : Json.stringify(value);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
