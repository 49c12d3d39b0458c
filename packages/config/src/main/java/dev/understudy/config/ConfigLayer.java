// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import dev.understudy.errors.TypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The data of one source below a key, and what messages say of it.
 *
 * @param context the name of the source
 * @param prefix the key; empty for all of the data
 */
record ConfigLayer(@Nullable JsonNode data, String context, String prefix) {
    @Nullable
    JsonNode read(String key) {
        var parts = ConfigKeys.split(key);
        var value = data;
        for (int index = 0; index < parts.size() && value != null && !value.isNull(); index++) {
            if (!value.isObject()) {
                throw wrongType(String.join(".", parts.subList(0, index)), value, "object");
            }
            value = value.get(parts.get(index));
        }
        return value;
    }

    ConfigLayer section(String key, JsonNode value) {
        if (!value.isObject()) {
            throw wrongType(key, value, "object");
        }
        return new ConfigLayer(value, context, fullKey(key));
    }

    List<ConfigLayer> sections(String key) {
        var sections = new ArrayList<ConfigLayer>();
        for (var element : elements(key, "object-array", JsonNode::isObject)) {
            sections.add(new ConfigLayer(element, context, fullKey(key + "[" + sections.size() + "]")));
        }
        return sections;
    }

    String string(String key) {
        return checked(key, "string", ConfigLayer::isText).stringValue();
    }

    List<String> strings(String key) {
        return elements(key, "string-array", ConfigLayer::isText).stream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** A number, or a string that may be one. */
    JsonNode numeric(String key) {
        return checked(key, "number", value -> value.isNumber() || value.isString());
    }

    JsonNode scalar(String key, String wanted) {
        return checked(key, wanted, JsonNode::isValueNode);
    }

    <T> T converted(String key, String wanted, Optional<T> value) {
        return value.orElseThrow(() -> new ConfigException(
                "Unable to convert config value for key '" + fullKey(key) + "' in '" + context + "' to a " + wanted));
    }

    ConfigException missing(String key) {
        return new ConfigException("Missing required config value at '" + fullKey(key) + "' in '" + context + "'");
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isEmpty();
    }

    private JsonNode checked(String key, String wanted, Predicate<JsonNode> accepted) {
        var value = present(key);
        if (!accepted.test(value)) {
            throw wrongType(key, value, wanted);
        }
        return value;
    }

    private List<JsonNode> elements(String key, String wanted, Predicate<JsonNode> accepted) {
        var array = checked(key, wanted, JsonNode::isArray);
        var elements = new ArrayList<JsonNode>();
        for (var element : array) {
            if (!accepted.test(element)) {
                throw wrongType(key + "[" + elements.size() + "]", element, wanted);
            }
            elements.add(element);
        }
        return elements;
    }

    private JsonNode present(String key) {
        var value = read(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private TypeException wrongType(String key, JsonNode value, String wanted) {
        return new TypeException("Invalid type in config for key '" + fullKey(key) + "' in '" + context + "', got "
                + ScalarConversion.typeOf(value) + ", wanted " + wanted);
    }

    private String fullKey(String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }
}
