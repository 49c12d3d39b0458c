// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/**
 * JSON as JavaScript has it: one kind of number, so that 1.0 is 1, and the very text that {@code JSON.stringify} writes.
 * Use it wherever text or hashes are compared with what a JavaScript system wrote.
 */
public final class Json {
    private static final double LARGEST_SAFE_INTEGER = 9007199254740991.0;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .nodeFactory(new JavaScriptNodeFactory())
            .disable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private Json() {}

    /** The shared mapper; trees it reads have JavaScript's numbers. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads one JSON value; {@link tools.jackson.core.JacksonException} if the text is anything else. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The node for a number: an integer where JavaScript would print one. */
    public static JsonNode number(double value) {
        if (value != Math.rint(value) || Math.abs(value) > LARGEST_SAFE_INTEGER) {
            return DoubleNode.valueOf(value);
        }
        return Math.abs(value) <= Integer.MAX_VALUE ? IntNode.valueOf((int) value) : LongNode.valueOf((long) value);
    }

    /** Whether JavaScript takes the value for true. */
    public static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0;
            case STRING -> !value.stringValue().isEmpty();
            default -> true;
        };
    }

    /** The text that {@code JSON.stringify} writes. */
    public static String stringify(JsonNode value) {
        return JsonText.stringify(value);
    }

    /** The text with the keys of every object sorted, for hashing and comparing. */
    public static String stableStringify(JsonNode value) {
        return JsonText.stableStringify(value);
    }

    /** A text as a JSON string, with its quotes. */
    public static String quoted(String text) {
        return JsonText.quoted(text);
    }
}
