// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The meaning of plain scalars in YAML 1.2's core schema. Numbers are what JavaScript makes of them. */
final class CoreSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final int DIGITS_OF_A_LONG = 15;
    private static final double LARGEST_PLAIN_INTEGER = 1e21;

    private CoreSchema() {}

    /** The value of a scalar that is neither quoted nor tagged. */
    static JsonNode resolve(String text) {
        if (text.isEmpty()) {
            return NODES.nullNode();
        }
        return switch (text.charAt(0)) {
            case '~', 'n', 'N' -> isNull(text) ? NODES.nullNode() : NODES.stringNode(text);
            case 't', 'T', 'f', 'F' -> resolveBoolean(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.' -> resolveNumber(text);
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

    private static JsonNode resolveNumber(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return resolveRadix(text);
        }
        return switch (text) {
            // JSON knows no such numbers, and JavaScript writes null in their place
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN" ->
                NODES.nullNode();
            default -> FLOAT.matcher(text).matches() ? resolveDecimal(text) : NODES.stringNode(text);
        };
    }

    private static JsonNode resolveRadix(String text) {
        var radix = text.charAt(1) == 'x' ? 16 : 8;
        var digits = text.substring(2);
        var valid = !digits.isEmpty()
                && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0 && digit < 128);
        return valid ? number(new BigInteger(digits, radix).doubleValue()) : NODES.stringNode(text);
    }

    private static JsonNode resolveDecimal(String text) {
        if (text.length() <= DIGITS_OF_A_LONG && isInteger(text)) {
            return NODES.numberNode(Long.parseLong(text));
        }
        return number(Double.parseDouble(text));
    }

    private static boolean isInteger(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if ((character < '0' || character > '9') && (at > 0 || (character != '-' && character != '+'))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            return NODES.nullNode();
        }
        if (value != Math.rint(value) || Math.abs(value) >= LARGEST_PLAIN_INTEGER) {
            return NODES.numberNode(value);
        }
        return Math.abs(value) < Long.MAX_VALUE
                ? NODES.numberNode((long) value)
                : NODES.numberNode(new BigDecimal(value).toBigInteger());
    }
}
