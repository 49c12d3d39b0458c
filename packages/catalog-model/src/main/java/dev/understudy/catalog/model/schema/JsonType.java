// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The types a schema can ask for. */
public enum JsonType {
    STRING,
    BOOLEAN,
    OBJECT,
    ARRAY,
    NUMBER,
    INTEGER,
    NULL;

    boolean matches(JsonNode value) {
        return switch (this) {
            case STRING -> value.isString();
            case BOOLEAN -> value.isBoolean();
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
            case NUMBER -> value.isNumber();
            case INTEGER -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
            case NULL -> value.isNull();
        };
    }

    /** The name in schemas and messages, such as {@code string}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
