// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import dev.understudy.types.Json;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The meaning of scalars in YAML 1.2's core schema. Numbers are what JavaScript makes of them. */
public final class CoreSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TAG = "tag:yaml.org,2002:";

    private CoreSchema() {}

    /** The value of a scalar. */
    public static JsonNode resolve(ScalarEvent scalar) {
        return resolve(scalar, scalar.getValue());
    }

    /** The value of a scalar whose text is another. */
    static JsonNode resolve(ScalarEvent scalar, String text) {
        return scalar.getTag()
                .map(tag -> tagged(tag, text))
                .orElseGet(() -> scalar.isPlain() ? plain(text) : NODES.stringNode(text));
    }

    /** The property name that a scalar is taken for. */
    public static String key(JsonNode scalar) {
        if (scalar.isNull()) {
            return "";
        }
        return scalar.isString() ? scalar.stringValue() : Json.stringify(scalar);
    }

    /** What does not look like its tag is text. */
    private static JsonNode tagged(String tag, String text) {
        var value = plain(text);
        var fits = switch (tag) {
            case TAG + "null" -> value.isNull();
            case TAG + "bool" -> value.isBoolean();
            case TAG + "int" -> CoreNumbers.isInteger(text);
            case TAG + "float" -> value.isNumber() && !CoreNumbers.isInteger(text);
            default -> false;
        };
        return fits ? value : NODES.stringNode(text);
    }

    private static JsonNode plain(String text) {
        if (text.isEmpty()) {
            return NODES.nullNode();
        }
        return switch (text.charAt(0)) {
            case '~', 'n', 'N' -> isNull(text) ? NODES.nullNode() : NODES.stringNode(text);
            case 't', 'T', 'f', 'F' -> resolveBoolean(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.' -> CoreNumbers.resolve(text);
            default -> NODES.stringNode(text);
        };
    }

    private static boolean isNull(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    private static JsonNode resolveBoolean(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text);
        };
    }
}
