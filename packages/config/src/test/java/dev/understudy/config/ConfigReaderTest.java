// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.TypeException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigReaderTest {
    private static final Config CONFIG = config("""
            {"zero": 0, "one": 1, "true": true, "false": false, "null": null, "string": "text", "emptyString": "",
             "strings": ["a", "b"], "badStrings": ["a", ""], "mixed": ["a", 1], "numberText": " 0x10 ", "half": 0.5,
             "yes": "Yes", "off": " OFF ", "maybe": "maybe", "big": 1e12,
             "nested": {"one": 1, "object": {"string": "deep"}}, "objects": [{"a": 1}, {"a": 2}],
             "badObjects": [{"a": 1}, "x"], "nulls": [null]}""");

    private static Config config(String json) {
        return ConfigReader.fromConfigs(List.of(new AppConfig("ctx", Json.parse(json))));
    }

    private static Config layered(String lower, String higher) {
        return ConfigReader.fromConfigs(
                List.of(new AppConfig("lower", Json.parse(lower)), new AppConfig("higher", Json.parse(higher))));
    }

    @Test
    void readsEveryType() {
        assertThat(CONFIG.string("string")).isEqualTo("text");
        assertThat(CONFIG.number("half")).isEqualTo(0.5);
        assertThat(CONFIG.integer("one")).isEqualTo(1);
        assertThat(CONFIG.bool("true")).isTrue();
        assertThat(CONFIG.stringArray("strings")).containsExactly("a", "b");
        assertThat(CONFIG.config("nested").config("object").string("string")).isEqualTo("deep");
        assertThat(CONFIG.string("nested.object.string")).isEqualTo("deep");
        assertThat(CONFIG.configArray("objects"))
                .extracting(item -> item.integer("a"))
                .containsExactly(1, 2);
        assertThat(CONFIG.value("nested.object")).isEqualTo(Json.parse("{\"string\": \"deep\"}"));
    }

    @Test
    void treatsNullAndMissingAsAbsent() {
        for (var key : List.of("null", "missing", "null.below", "missing.below")) {
            assertThat(CONFIG.has(key)).isFalse();
            assertThat(CONFIG.optionalValue(key)).isEmpty();
            assertThat(CONFIG.optionalString(key)).isEmpty();
            assertThat(CONFIG.optionalNumber(key)).isEmpty();
            assertThat(CONFIG.optionalInteger(key)).isEmpty();
            assertThat(CONFIG.optionalBool(key)).isEmpty();
            assertThat(CONFIG.optionalStringArray(key)).isEmpty();
            assertThat(CONFIG.optionalConfig(key)).isEmpty();
            assertThat(CONFIG.optionalConfigArray(key)).isEmpty();
            assertThat(CONFIG.optionalDuration(key)).isEmpty();
        }
    }

    @Test
    void namesMissingValues() {
        var nested = CONFIG.config("nested");
        var message = "Missing required config value at 'nested.missing' in 'ctx'";
        assertThatThrownBy(() -> nested.string("missing"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> nested.number("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.integer("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.bool("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.stringArray("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.config("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.configArray("missing")).hasMessage(message);
        assertThatThrownBy(() -> nested.value("missing")).hasMessage(message);
        assertThatThrownBy(() -> ConfigReader.empty().value())
                .hasMessage("Missing required config value at '' in 'mock-config'");
    }

    @ParameterizedTest
    @CsvSource({"emptyString, empty-string", "one, number", "true, boolean", "strings, array", "nested, object"})
    void namesTheTypeThatIsNotAString(String key, String type) {
        assertThatThrownBy(() -> CONFIG.string(key))
                .isInstanceOf(TypeException.class)
                .hasMessage("Invalid type in config for key '%s' in 'ctx', got %s, wanted string".formatted(key, type));
    }

    @Test
    void namesOtherWrongTypes() {
        assertThatThrownBy(() -> CONFIG.number("true"))
                .hasMessage("Invalid type in config for key 'true' in 'ctx', got boolean, wanted number");
        assertThatThrownBy(() -> CONFIG.bool("nested"))
                .hasMessage("Invalid type in config for key 'nested' in 'ctx', got object, wanted boolean");
        assertThatThrownBy(() -> CONFIG.stringArray("string"))
                .hasMessage("Invalid type in config for key 'string' in 'ctx', got string, wanted string-array");
        assertThatThrownBy(() -> CONFIG.stringArray("badStrings"))
                .hasMessage(
                        "Invalid type in config for key 'badStrings[1]' in 'ctx', got empty-string, wanted string-array");
        assertThatThrownBy(() -> CONFIG.stringArray("mixed"))
                .hasMessage("Invalid type in config for key 'mixed[1]' in 'ctx', got number, wanted string-array");
        assertThatThrownBy(() -> CONFIG.stringArray("nulls"))
                .hasMessage("Invalid type in config for key 'nulls[0]' in 'ctx', got null, wanted string-array");
        assertThatThrownBy(() -> CONFIG.config("one"))
                .hasMessage("Invalid type in config for key 'one' in 'ctx', got number, wanted object");
        assertThatThrownBy(() -> CONFIG.configArray("nested"))
                .hasMessage("Invalid type in config for key 'nested' in 'ctx', got object, wanted object-array");
        assertThatThrownBy(() -> CONFIG.configArray("badObjects"))
                .hasMessage("Invalid type in config for key 'badObjects[1]' in 'ctx', got string, wanted object-array");
        assertThatThrownBy(() -> CONFIG.config("nested").string("one.two"))
                .hasMessage("Invalid type in config for key 'nested.one' in 'ctx', got number, wanted object");
        assertThatThrownBy(() -> config("{\"nan\": 1}").has("nan.x"))
                .hasMessage("Invalid type in config for key 'nan' in 'ctx', got number, wanted object");
        assertThatThrownBy(
                        () -> ConfigReader.fromData(Map.of("nan", Double.NaN)).string("nan"))
                .hasMessage("Invalid type in config for key 'nan' in 'mock-config', got nan, wanted string");
    }

    @Test
    void namesElementsOfArraysInFull() {
        var second = CONFIG.configArray("objects").get(1);
        assertThatThrownBy(() -> second.string("a"))
                .hasMessage("Invalid type in config for key 'objects[1].a' in 'ctx', got number, wanted string");
    }

    @Test
    void convertsTextToNumbers() {
        assertThat(CONFIG.number("numberText")).isEqualTo(16);
        assertThat(CONFIG.number("emptyString")).isZero();
        assertThatThrownBy(() -> CONFIG.number("string"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Unable to convert config value for key 'string' in 'ctx' to a number");
        assertThatThrownBy(() -> CONFIG.integer("half"))
                .hasMessage("Unable to convert config value for key 'half' in 'ctx' to a whole number");
        assertThatThrownBy(() -> CONFIG.integer("big"))
                .hasMessage("Unable to convert config value for key 'big' in 'ctx' to a whole number");
    }

    @Test
    void convertsTextAndNumbersToBooleans() {
        assertThat(CONFIG.bool("yes")).isTrue();
        assertThat(CONFIG.bool("off")).isFalse();
        assertThat(CONFIG.bool("one")).isTrue();
        assertThat(CONFIG.bool("zero")).isFalse();
        assertThatThrownBy(() -> CONFIG.bool("maybe"))
                .hasMessage("Unable to convert config value for key 'maybe' in 'ctx' to a boolean");
        assertThatThrownBy(() -> CONFIG.bool("half"))
                .hasMessage("Unable to convert config value for key 'half' in 'ctx' to a boolean");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a.", ".a", "a..b", "a b", "1a", "a-", "a--b", "_a", "a[0]", "ä", "a\n", "-"})
    void refusesMalformedKeys(String key) {
        assertThatThrownBy(() -> CONFIG.has(key))
                .isInstanceOf(TypeException.class)
                .hasMessage("Invalid config key '" + key + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A1", "a-b", "a_b", "a:b", "a-1.B_2", "toString"})
    void acceptsWellFormedKeys(String key) {
        assertThat(CONFIG.has(key)).isFalse();
    }

    @Test
    void mergesObjectsDeeplyAndReplacesTheRest() {
        var config = layered(
                "{\"a\": {\"x\": 1, \"y\": [1, 2], \"z\": {\"k\": 1}}, \"b\": 1, \"c\": [1]}",
                "{\"a\": {\"y\": [3], \"z\": {\"l\": 2}}, \"b\": \"two\", \"d\": null}");
        assertThat(config.value())
                .isEqualTo(Json.parse(
                        "{\"a\": {\"x\": 1, \"y\": [3], \"z\": {\"k\": 1, \"l\": 2}}, \"b\": \"two\", \"c\": [1]}"));
        assertThat(config.keys()).containsExactly("a", "b", "c");
        assertThat(config.config("a").keys()).containsExactly("y", "z", "x");
        assertThat(config.string("b")).isEqualTo("two");
        assertThat(config.integer("a.x")).isEqualTo(1);
    }

    @Test
    void nullRemovesTheLowerValue() {
        var config = layered("{\"a\": {\"x\": 1, \"y\": 2}, \"b\": {\"z\": 1}}", "{\"a\": {\"x\": null}, \"b\": null}");
        assertThat(config.has("a.x")).isFalse();
        assertThat(config.optionalNumber("a.x")).isEmpty();
        assertThat(config.has("b")).isFalse();
        assertThat(config.optionalConfig("b")).isEmpty();
        assertThat(config.keys()).containsExactly("a");
        assertThat(config.value()).isEqualTo(Json.parse("{\"a\": {\"y\": 2}}"));
    }

    @Test
    void namesTheSourceOfAWrongValueAndTheHighestOneOfAMissingValue() {
        var config = layered("{\"a\": {\"x\": 1}}", "{\"a\": {\"y\": 2}}");
        assertThatThrownBy(() -> config.string("a.x"))
                .hasMessage("Invalid type in config for key 'a.x' in 'lower', got number, wanted string");
        assertThatThrownBy(() -> config.string("a.y"))
                .hasMessage("Invalid type in config for key 'a.y' in 'higher', got number, wanted string");
        assertThatThrownBy(() -> config.string("a.z")).hasMessage("Missing required config value at 'a.z' in 'higher'");
    }

    @Test
    void theHigherOfMismatchedTypesWins() {
        var config = layered("{\"a\": {\"x\": 1}, \"b\": \"text\"}", "{\"a\": \"text\", \"b\": {\"x\": 1}}");
        assertThat(config.string("a")).isEqualTo("text");
        assertThat(config.value("b")).isEqualTo(Json.parse("{\"x\": 1}"));
        assertThatThrownBy(() -> config.config("b"))
                .hasMessage("Invalid type in config for key 'b' in 'lower', got string, wanted object");
    }

    @Test
    void arraysOfSectionsComeWholeFromTheHighestSource() {
        var config = layered("{\"a\": [{\"x\": 1}, {\"x\": 2}]}", "{\"a\": [{\"y\": 3}]}");
        assertThat(config.configArray("a")).singleElement().satisfies(item -> {
            assertThat(item.has("x")).isFalse();
            assertThat(item.integer("y")).isEqualTo(3);
        });
    }

    @Test
    void acceptsSubscribersThatItNeverCalls() {
        try (var subscription = CONFIG.subscribe(() -> {
            throw new AssertionError("this configuration cannot change");
        })) {
            assertThat(subscription).isNotNull();
        }
    }
}
