// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import dev.understudy.types.Json;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The numbers among the scalars of YAML 1.2's core schema. */
final class CoreNumbers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    private CoreNumbers() {}

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static JsonNode resolve(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return resolveRadix(text);
        }
        return switch (text) {
            case ".nan", ".NaN", ".NAN" -> Json.number(Double.NaN);
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Json.number(Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> Json.number(Double.NEGATIVE_INFINITY);
            default -> FLOAT.matcher(text).matches() ? Json.number(Double.parseDouble(text)) : NODES.stringNode(text);
        };
    }

    private static JsonNode resolveRadix(String text) {
        var radix = text.charAt(1) == 'x' ? 16 : 8;
        var digits = text.substring(2);
        var valid = !digits.isEmpty()
                && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0 && digit < 128);
        return valid ? Json.number(new BigInteger(digits, radix).doubleValue()) : NODES.stringNode(text);
    }
}
