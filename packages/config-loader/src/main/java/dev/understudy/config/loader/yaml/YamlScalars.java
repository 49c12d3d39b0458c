// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.yaml;

import dev.understudy.types.JavaScriptNumber;
import dev.understudy.types.Json;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** The core schema of YAML 1.2: which plain text is a null, a boolean or a number. */
final class YamlScalars {
    private static final Pattern NULL = Pattern.compile("~|[Nn]ull|NULL|");
    private static final Pattern BOOLEAN = Pattern.compile("[Tt]rue|TRUE|[Ff]alse|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+\\.[0-9]*|(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)[eE][-+]?[0-9]+)");
    private static final Pattern INFINITY = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(?:nan|NaN|NAN)");
    private static final String CORE = "tag:yaml.org,2002:";

    private YamlScalars() {}

    static JsonNode resolve(ScalarEvent scalar) {
        var text = scalar.getValue();
        var tag = scalar.getTag().orElse(scalar.isPlain() ? "" : "!");
        return switch (tag) {
            case "" -> plain(text);
            case CORE + "int" -> INTEGER.matcher(text).matches() ? number(text) : StringNode.valueOf(text);
            case CORE + "float" -> isFloat(text) ? number(text) : StringNode.valueOf(text);
            case CORE + "bool" -> BOOLEAN.matcher(text).matches() ? bool(text) : StringNode.valueOf(text);
            case CORE + "null" -> NULL.matcher(text).matches() ? NullNode.getInstance() : StringNode.valueOf(text);
            default -> StringNode.valueOf(text);
        };
    }

    static String key(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "";
            case NUMBER -> JavaScriptNumber.format(value.doubleValue());
            case BOOLEAN -> String.valueOf(value.booleanValue());
            default -> value.stringValue();
        };
    }

    private static JsonNode plain(String text) {
        if (NULL.matcher(text).matches()) {
            return NullNode.getInstance();
        }
        if (BOOLEAN.matcher(text).matches()) {
            return bool(text);
        }
        return INTEGER.matcher(text).matches() || isFloat(text) ? number(text) : StringNode.valueOf(text);
    }

    private static boolean isFloat(String text) {
        return FLOAT.matcher(text).matches()
                || INFINITY.matcher(text).matches()
                || NOT_A_NUMBER.matcher(text).matches();
    }

    private static JsonNode bool(String text) {
        return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
    }

    private static JsonNode number(String text) {
        if (NOT_A_NUMBER.matcher(text).matches()) {
            return Json.number(Double.NaN);
        }
        if (INFINITY.matcher(text).matches()) {
            return Json.number(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return Json.number(JavaScriptNumber.parse(text));
    }
}
