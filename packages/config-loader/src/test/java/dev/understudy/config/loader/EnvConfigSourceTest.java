// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.TypeException;
import dev.understudy.types.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvConfigSourceTest {
    private static String read(Map<String, String> environment) {
        return EnvConfigSource.create(environment).read().stream()
                .map(config ->
                        config.context() + " " + Json.stringify(config.data().toJson()))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void readsNothingFromOtherVariables() {
        assertThat(read(Map.of("PATH", "/bin", "APP_CONFIG_empty", "", "app_config_a", "1")))
                .isEqualTo("nothing");
    }

    @Test
    void readsJsonAndPlainText() {
        assertThat(read(Map.of(
                        "APP_CONFIG_a_text", "hello",
                        "APP_CONFIG_b", "{\"x\": [1, null]}",
                        "APP_CONFIG_c", "\"1\"",
                        "APP_CONFIG_d", "1e2",
                        "APP_CONFIG_e", "${PATH}",
                        "APP_CONFIG_f", " ",
                        "APP_CONFIG_g", "{} {}")))
                .isEqualTo("env {\"a\":{\"text\":\"hello\"},\"b\":{\"x\":[1,null]},\"c\":\"1\",\"d\":100,"
                        + "\"e\":\"${PATH}\",\"f\":\" \",\"g\":\"{} {}\"}");
    }

    @Test
    void addsToJsonObjects() {
        assertThat(read(Map.of("APP_CONFIG_a", "{\"x\": {\"y\": 1}}", "APP_CONFIG_a_x_z", "2")))
                .isEqualTo("env {\"a\":{\"x\":{\"y\":1,\"z\":2}}}");
    }

    @Test
    void putsAnObjectInPlaceOfANullInJson() {
        assertThat(read(Map.of("APP_CONFIG_a", "{\"x\": null}", "APP_CONFIG_a_x_y", "1")))
                .isEqualTo("env {\"a\":{\"x\":{\"y\":1}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a__b", "a_", "_a", "a.b", "a-"})
    void refusesMalformedKeys(String key) {
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_" + key, "1")))
                .isInstanceOf(TypeException.class)
                .hasMessage("Invalid env config key '" + key + "'");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_a_b", "null")))
                .isInstanceOf(TypeException.class)
                .hasMessage("Failed to parse JSON-serialized config value for key 'a_b', Error: value may not be null");
    }

    @Test
    void refusesToNestUnderAValue() {
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_a_b", "1", "APP_CONFIG_a_b_c_d", "2")))
                .hasMessage("Could not nest config for key 'a_b_c_d' under existing value 'a_b'");
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_a", "[]", "APP_CONFIG_a_b", "2")))
                .hasMessage("Could not nest config for key 'a_b' under existing value 'a'");
    }

    @Test
    void refusesToReplaceAValue() {
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_a", "{\"b\": 1}", "APP_CONFIG_a_b", "2")))
                .hasMessage("Refusing to override existing config at key 'a_b'");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_1", "x", "APP_CONFIG_a", "null")))
                .hasMessage("Failed to read config from the environment, 2 errors:\n- Invalid env config key '1'"
                        + "\n- Failed to parse JSON-serialized config value for key 'a', Error: value may not be null");
    }

    @Test
    void countsItsVariables() {
        assertThat(EnvConfigSource.create(Map.of("APP_CONFIG_a", "1", "APP_CONFIG_b", "", "HOME", "/")))
                .hasToString("EnvConfigSource{count=2}");
    }

    @Test
    void takesHostileJsonForText() {
        var deep = "[".repeat(100_000);
        assertThat(read(Map.of("APP_CONFIG_a", deep))).isEqualTo("env {\"a\":\"" + deep + "\"}");
    }
}
