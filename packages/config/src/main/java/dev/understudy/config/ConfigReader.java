// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configuration that does not change: the data of one source, over a reader of the lower ones.
 *
 * <p>Backstage counterpart: {@code ConfigReader}.
 */
public final class ConfigReader implements Config {
    private static final String MOCK_CONTEXT = "mock-config";

    private final ConfigLayer layer;
    private final @Nullable ConfigReader fallback;

    private ConfigReader(ConfigLayer layer, @Nullable ConfigReader fallback) {
        this.layer = layer;
        this.fallback = fallback;
    }

    /** A reader of several sources, the later ones over the earlier ones. */
    public static ConfigReader fromConfigs(List<AppConfig> configs) {
        @Nullable ConfigReader reader = null;
        for (var config : configs) {
            reader = new ConfigReader(new ConfigLayer(config.data(), config.context(), ""), reader);
        }
        return reader == null ? new ConfigReader(new ConfigLayer(null, MOCK_CONTEXT, ""), null) : reader;
    }

    /** A reader of values in memory, known as {@code mock-config} in messages. */
    public static ConfigReader fromData(JsonNode data) {
        return new ConfigReader(new ConfigLayer(data, MOCK_CONTEXT, ""), null);
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
        return owner(key).isPresent();
    }

    @Override
    public List<String> keys() {
        var data = layer.data();
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
        return value("");
    }

    @Override
    public JsonNode value(String key) {
        return required(key, optionalValue(key));
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
        return ConfigMerge.merge(layer.read(key), lower);
    }

    @Override
    public Config config(String key) {
        return required(key, optionalConfig(key));
    }

    @Override
    public Optional<Config> optionalConfig(String key) {
        return Optional.ofNullable(section(key));
    }

    private @Nullable ConfigReader section(String key) {
        var value = layer.read(key);
        var lower = fallback == null ? null : fallback.section(key);
        if (value == null) {
            return lower;
        }
        return value.isNull() ? null : new ConfigReader(layer.section(key, value), lower);
    }

    @Override
    public List<Config> configArray(String key) {
        return required(key, optionalConfigArray(key));
    }

    @Override
    public Optional<List<Config>> optionalConfigArray(String key) {
        // like the reference, an element's context is its own source and it has no lower one
        return owner(key)
                .map(owner -> owner.sections(key).stream()
                        .<Config>map(section -> new ConfigReader(section, null))
                        .toList());
    }

    @Override
    public String string(String key) {
        return required(key, optionalString(key));
    }

    @Override
    public Optional<String> optionalString(String key) {
        return owner(key).map(owner -> owner.string(key));
    }

    @Override
    public List<String> stringArray(String key) {
        return required(key, optionalStringArray(key));
    }

    @Override
    public Optional<List<String>> optionalStringArray(String key) {
        return owner(key).map(owner -> owner.strings(key));
    }

    @Override
    public double number(String key) {
        return required(key, optionalNumber(key));
    }

    @Override
    public Optional<Double> optionalNumber(String key) {
        return owner(key)
                .map(owner -> owner.numeric(key))
                .map(value -> layer.converted(key, "number", ScalarConversion.toNumber(value)));
    }

    @Override
    public int integer(String key) {
        return required(key, optionalInteger(key));
    }

    @Override
    public Optional<Integer> optionalInteger(String key) {
        return owner(key)
                .map(owner -> owner.numeric(key))
                .map(value -> layer.converted(key, "whole number", ScalarConversion.toInteger(value)));
    }

    @Override
    public boolean bool(String key) {
        return required(key, optionalBool(key));
    }

    @Override
    public Optional<Boolean> optionalBool(String key) {
        return owner(key)
                .map(owner -> owner.scalar(key, "boolean"))
                .map(value -> layer.converted(key, "boolean", ScalarConversion.toBoolean(value)));
    }

    @Override
    public ConfigSubscription subscribe(Runnable onChange) {
        return () -> {};
    }

    /** The highest layer with a value for the key, unless that value is null. */
    private Optional<ConfigLayer> owner(String key) {
        var value = layer.read(key);
        if (value != null) {
            return value.isNull() ? Optional.empty() : Optional.of(layer);
        }
        return fallback == null ? Optional.empty() : fallback.owner(key);
    }

    private <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> layer.missing(key));
    }
}
