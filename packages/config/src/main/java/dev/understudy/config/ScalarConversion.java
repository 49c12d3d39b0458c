// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import dev.understudy.types.JavaScriptNumber;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Conversions between the scalar types, as lenient as the reference's. */
final class ScalarConversion {
    private ScalarConversion() {}

    static Optional<Double> toNumber(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue());
        }
        return Optional.of(JavaScriptNumber.parse(value.stringValue())).filter(Double::isFinite);
    }

    static Optional<Integer> toInteger(JsonNode value) {
        return toNumber(value)
                .filter(number -> number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    static Optional<Boolean> toBoolean(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        var text = value.isNumber() ? JavaScriptNumber.format(value.doubleValue()) : value.stringValue();
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1", "on" -> Optional.of(true);
            case "n", "no", "false", "0", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The type's name in messages. */
    static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "null";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> Double.isNaN(value.doubleValue()) ? "nan" : "number";
            case STRING -> value.stringValue().isEmpty() ? "empty-string" : "string";
            case OBJECT, POJO, BINARY -> "object";
        };
    }
}
