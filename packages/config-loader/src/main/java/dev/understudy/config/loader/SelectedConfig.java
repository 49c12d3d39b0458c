// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Configuration that looks up its present state for each read. */
abstract class SelectedConfig implements Config {
    /** The present state; fails if the section is gone. */
    abstract Config required();

    /** The present state. */
    abstract Optional<? extends Config> selected();

    @Override
    public boolean has(String key) {
        return selected().map(config -> config.has(key)).orElse(false);
    }

    @Override
    public List<String> keys() {
        return selected().map(Config::keys).orElse(List.of());
    }

    @Override
    public JsonNode value() {
        return required().value();
    }

    @Override
    public JsonNode value(String key) {
        return required().value(key);
    }

    @Override
    public Optional<JsonNode> optionalValue() {
        return selected().flatMap(Config::optionalValue);
    }

    @Override
    public Optional<JsonNode> optionalValue(String key) {
        return selected().flatMap(config -> config.optionalValue(key));
    }

    @Override
    public Config config(String key) {
        return new LiveSection(this, key);
    }

    @Override
    public Optional<Config> optionalConfig(String key) {
        return has(key) ? Optional.of(new LiveSection(this, key)) : Optional.empty();
    }

    @Override
    public List<Config> configArray(String key) {
        return required().configArray(key);
    }

    @Override
    public Optional<List<Config>> optionalConfigArray(String key) {
        return selected().flatMap(config -> config.optionalConfigArray(key));
    }

    @Override
    public String string(String key) {
        return required().string(key);
    }

    @Override
    public Optional<String> optionalString(String key) {
        return selected().flatMap(config -> config.optionalString(key));
    }

    @Override
    public List<String> stringArray(String key) {
        return required().stringArray(key);
    }

    @Override
    public Optional<List<String>> optionalStringArray(String key) {
        return selected().flatMap(config -> config.optionalStringArray(key));
    }

    @Override
    public double number(String key) {
        return required().number(key);
    }

    @Override
    public Optional<Double> optionalNumber(String key) {
        return selected().flatMap(config -> config.optionalNumber(key));
    }

    @Override
    public int integer(String key) {
        return required().integer(key);
    }

    @Override
    public Optional<Integer> optionalInteger(String key) {
        return selected().flatMap(config -> config.optionalInteger(key));
    }

    @Override
    public boolean bool(String key) {
        return required().bool(key);
    }

    @Override
    public Optional<Boolean> optionalBool(String key) {
        return selected().flatMap(config -> config.optionalBool(key));
    }
}
