// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.StringNode;

final class JsonTest {
    @Test
    void keepsNumbersAsJavaScriptDoes() {
        var value = Json.parse("[1.0, 1e2, 0.1, 9007199254740993, 123456789012345678901234, 1e400, -0.0]");
        assertThat(Json.stringify(value)).isEqualTo("[1,100,0.1,9007199254740992,1.2345678901234569e+23,null,0]");
        assertThat(value.get(0)).isEqualTo(Json.parse("1"));
    }

    @Test
    void escapesWhatJavaScriptEscapes() {
        var text = "\"\\/\b\f\n\r\t\u0001\u007f\u2028é\ud83d\ude00\ud83d";
        assertThat(Json.stringify(StringNode.valueOf(text)))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\u2028é\ud83d\ude00\\ud83d\"");
    }

    @Test
    void writesEscapesInSmallLetters() {
        assertThat(Json.mapper().writeValueAsString("\u001b")).isEqualTo("\"\\u001b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"0\"", "\"false\"", "true", "[]", "{}"})
    void takesForTrueWhatJavaScriptTakesForTrue(String json) {
        assertThat(Json.isTruthy(Json.parse(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"\"", "false", "null"})
    void takesForFalseWhatJavaScriptTakesForFalse(String json) {
        assertThat(Json.isTruthy(Json.parse(json))).isFalse();
    }

    @Test
    void writesKeysThatAreNumbersFirst() {
        var json = Json.parse(
                "{\"b\":1,\"10\":{\"x\":1,\"0\":2},\"9\":3,\"-1\":4,\"01\":5,\"4294967295\":6,\"4294967294\":7}");
        assertThat(Json.stringify(json))
                .isEqualTo(
                        "{\"9\":3,\"10\":{\"0\":2,\"x\":1},\"4294967294\":7,\"b\":1,\"-1\":4,\"01\":5,\"4294967295\":6}");
        assertThat(Json.stableStringify(json))
                .isEqualTo(
                        "{\"-1\":4,\"01\":5,\"10\":{\"0\":2,\"x\":1},\"4294967294\":7,\"4294967295\":6,\"9\":3,\"b\":1}");
    }

    @Test
    void sortsKeysAtEveryDepthForHashing() {
        var value = Json.parse("{\"b\":[{\"d\":1,\"c\":null}],\"a\":true,\"e\":{},\"f\":[]}");
        assertThat(Json.stableStringify(value))
                .isEqualTo("{\"a\":true,\"b\":[{\"c\":null,\"d\":1}],\"e\":{},\"f\":[]}");
        assertThat(Json.stringify(value)).isEqualTo("{\"b\":[{\"d\":1,\"c\":null}],\"a\":true,\"e\":{},\"f\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "01", "NaN", "'a'", "[1,]", "{} {}", "\"\u0000\"", "{a:1}"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesDeepNesting() {
        var text = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JacksonException.class);
    }
}
