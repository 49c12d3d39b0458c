// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import dev.understudy.errors.TypeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Configuration that does not change: the data of one source, over a reader of the lower ones.
 *
 * <p>Backstage counterpart: {@code ConfigReader}.
 */
public final class ConfigReader implements Config {
    private static final String MOCK_CONTEXT = "mock-config";

    private final @Nullable JsonNode data;
    private final String context;
    private final @Nullable ConfigReader fallback;
    private final String prefix;

    private ConfigReader(@Nullable JsonNode data, String context, @Nullable ConfigReader fallback, String prefix) {
        this.data = data;
        this.context = context;
        this.fallback = fallback;
        this.prefix = prefix;
    }

    /** A reader of several sources, the later ones over the earlier ones. */
    public static ConfigReader fromConfigs(List<AppConfig> configs) {
        var reader = new ConfigReader(null, MOCK_CONTEXT, null, "");
        for (int index = 0; index < configs.size(); index++) {
            var config = configs.get(index);
            reader = new ConfigReader(config.data(), config.context(), index == 0 ? null : reader, "");
        }
        return reader;
    }

    /** A reader of values in memory, known as {@code mock-config} in messages. */
    public static ConfigReader fromData(JsonNode data) {
        return new ConfigReader(data, MOCK_CONTEXT, null, "");
    }

    /** A reader of values in memory (maps, lists, strings, numbers, booleans), known as {@code mock-config}. */
    public static ConfigReader fromData(Map<String, ?> data) {
        return fromData(JsonMapper.shared().<JsonNode>valueToTree(data));
    }

    /** A reader without any values. */
    public static ConfigReader empty() {
        return fromConfigs(List.of());
    }

    @Override
    public boolean has(String key) {
        var value = read(key);
        if (value != null) {
            return !value.isNull();
        }
        return fallback != null && fallback.has(key);
    }

    @Override
    public List<String> keys() {
        var keys = new LinkedHashSet<String>();
        if (data != null) {
            keys.addAll(data.propertyNames());
        }
        if (fallback != null) {
            keys.addAll(fallback.keys());
        }
        keys.removeIf(key -> data != null && data.path(key).isNull());
        return List.copyOf(keys);
    }

    @Override
    public JsonNode value() {
        return optionalValue().orElseThrow(() -> missing(""));
    }

    @Override
    public JsonNode value(String key) {
        return optionalValue(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<JsonNode> optionalValue() {
        return optionalValue("");
    }

    @Override
    public Optional<JsonNode> optionalValue(String key) {
        return Optional.ofNullable(merged(key));
    }

    private @Nullable JsonNode merged(String key) {
        var lower = fallback == null ? null : fallback.merged(key);
        return ConfigMerge.merge(read(key), lower);
    }

    @Override
    public Config config(String key) {
        return optionalConfig(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<Config> optionalConfig(String key) {
        return Optional.ofNullable(section(key));
    }

    private @Nullable ConfigReader section(String key) {
        var value = read(key);
        var lower = fallback == null ? null : fallback.section(key);
        if (value == null) {
            return lower;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrongType(key, value, "object");
        }
        return new ConfigReader(value, context, lower, fullKey(key));
    }

    @Override
    public List<Config> configArray(String key) {
        return optionalConfigArray(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<List<Config>> optionalConfigArray(String key) {
        return owner(key).map(owner -> owner.readConfigArray(key));
    }

    private List<Config> readConfigArray(String key) {
        var sections = new ArrayList<Config>();
        for (var element : elements(key, "object-array", JsonNode::isObject)) {
            var name = fullKey(key + "[" + sections.size() + "]");
            // like the reference, an element's context is its own source and it has no lower one
            sections.add(new ConfigReader(element, context, null, name));
        }
        return List.copyOf(sections);
    }

    @Override
    public String string(String key) {
        return optionalString(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<String> optionalString(String key) {
        return owner(key)
                .map(owner -> owner.checked(key, "string", ConfigReader::isText).stringValue());
    }

    @Override
    public List<String> stringArray(String key) {
        return optionalStringArray(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<List<String>> optionalStringArray(String key) {
        return owner(key)
                .map(owner -> owner.elements(key, "string-array", ConfigReader::isText).stream()
                        .map(JsonNode::stringValue)
                        .toList());
    }

    @Override
    public double number(String key) {
        return optionalNumber(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<Double> optionalNumber(String key) {
        return owner(key)
                .map(owner -> owner.checked(key, "number", value -> value.isNumber() || value.isString()))
                .map(value -> converted(key, "number", value, ScalarConversion::toNumber));
    }

    @Override
    public int integer(String key) {
        return optionalInteger(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<Integer> optionalInteger(String key) {
        return owner(key)
                .map(owner -> owner.checked(key, "number", value -> value.isNumber() || value.isString()))
                .map(value -> converted(key, "whole number", value, ScalarConversion::toInteger));
    }

    @Override
    public boolean bool(String key) {
        return optionalBool(key).orElseThrow(() -> missing(key));
    }

    @Override
    public Optional<Boolean> optionalBool(String key) {
        return owner(key)
                .map(owner -> owner.checked(key, "boolean", JsonNode::isValueNode))
                .map(value -> converted(key, "boolean", value, ScalarConversion::toBoolean));
    }

    @Override
    public ConfigSubscription subscribe(Runnable onChange) {
        return () -> {};
    }

    /** The highest reader with a value for the key, unless that value is null. */
    private Optional<ConfigReader> owner(String key) {
        var value = read(key);
        if (value != null) {
            return value.isNull() ? Optional.empty() : Optional.of(this);
        }
        return fallback == null ? Optional.empty() : fallback.owner(key);
    }

    private JsonNode checked(String key, String wanted, Function<JsonNode, Boolean> accepted) {
        var value = present(key);
        if (!accepted.apply(value)) {
            throw wrongType(key, value, wanted);
        }
        return value;
    }

    private List<JsonNode> elements(String key, String wanted, Function<JsonNode, Boolean> accepted) {
        var array = checked(key, wanted, JsonNode::isArray);
        var elements = new ArrayList<JsonNode>();
        for (var element : array) {
            if (!accepted.apply(element)) {
                throw wrongType(key + "[" + elements.size() + "]", element, wanted);
            }
            elements.add(element);
        }
        return elements;
    }

    private <T> T converted(String key, String wanted, JsonNode value, Function<JsonNode, Optional<T>> conversion) {
        return conversion
                .apply(value)
                .orElseThrow(() -> new ConfigException("Unable to convert config value for key '" + fullKey(key)
                        + "' in '" + context + "' to a " + wanted));
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isEmpty();
    }

    private JsonNode present(String key) {
        var value = read(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private @Nullable JsonNode read(String key) {
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

    private TypeException wrongType(String key, JsonNode value, String wanted) {
        return new TypeException("Invalid type in config for key '" + fullKey(key) + "' in '" + context + "', got "
                + ScalarConversion.typeOf(value) + ", wanted " + wanted);
    }

    private ConfigException missing(String key) {
        return new ConfigException("Missing required config value at '" + fullKey(key) + "' in '" + context + "'");
    }

    private String fullKey(String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }
}
