// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.types.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class YamlParserTest {
    private static JsonNode parse(String text) {
        return YamlParser.parse(text, "test.yaml").orElseThrow().toJson();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0o14 | 12",
                "0x1F | 31",
                "1e3 | 1000",
                "~ | null",
                "'' | null",
                "NULL | null",
                "yes | \"yes\"",
                "on | \"on\"",
                "TRUE | true",
                "False | false",
                "1_000 | \"1_000\"",
                ".5 | 0.5",
                "012 | 12",
                "+1 | 1",
                "2001-01-01 | \"2001-01-01\"",
                "1:30 | \"1:30\"",
                "1.0 | 1",
                "-0 | 0",
                "0b11 | \"0b11\"",
                "5. | 5",
                "!foo bar | \"bar\"",
                "!!str 5 | \"5\"",
                "!!int \"7\" | 7",
                "!!float 3 | \"3\"",
                "!!bool yes | \"yes\"",
                "!!null x | \"x\"",
                "! 12 | \"12\"",
                "\"12\" | \"12\"",
                "nUll | \"nUll\""
            })
    void resolvesPlainTextByTheCoreSchema(String yaml, String json) {
        assertThat(parse("a: " + yaml)).isEqualTo(Json.parse("{\"a\": " + json + "}"));
    }

    @Test
    void readsNumbersThatJsonLacks() {
        assertThat(parse("[.nan, .inf, -.INF]").valueStream().map(JsonNode::doubleValue))
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(parse("a: " + "9".repeat(5000)).get("a").doubleValue()).isInfinite();
    }

    @Test
    void keepsMergeKeysAsKeys() {
        assertThat(parse("<<: {a: 1}\nb: 2")).isEqualTo(Json.parse("{\"<<\": {\"a\": 1}, \"b\": 2}"));
    }

    @Test
    void turnsScalarKeysIntoText() {
        assertThat(parse("1: a\n2.50: b\ntrue: c\n~: d"))
                .isEqualTo(Json.parse("{\"1\": \"a\", \"2.5\": \"b\", \"true\": \"c\", \"\": \"d\"}"));
    }

    @Test
    void resolvesAliases() {
        assertThat(parse("a: &x [1, {b: 2}]\nc: *x"))
                .isEqualTo(Json.parse("{\"a\": [1, {\"b\": 2}], \"c\": [1, {\"b\": 2}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "\n\n", "--- \n...\n"})
    void findsNothingInEmptyText(String text) {
        assertThat(YamlParser.parse(text, "test.yaml").map(SourcedValue::toJson).filter(value -> !value.isNull()))
                .isEmpty();
    }

    @Test
    void remembersTheLineOfEachKey() {
        var root = YamlParser.parse("a:\n  b:\n    - 1\n    - c: 2\n", "test.yaml");
        var items = List.of(scalar(1, 3), fields("c", scalar(2, 4), 4));
        var b = new SourcedValue.Items(items, new Origin("test.yaml", 2));
        assertThat(root).contains(fields("a", fields("b", b, 1), 1));
        assertThat(b.origin()).hasToString("test.yaml:2");
    }

    private static SourcedValue scalar(int value, int line) {
        return new SourcedValue.Scalar(Json.number(value), new Origin("test.yaml", line));
    }

    private static SourcedValue fields(String name, SourcedValue value, int line) {
        return new SourcedValue.Fields(Map.of(name, value), new Origin("test.yaml", line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\na: 2' | Map keys must be unique; 'a' is repeated at line 2, column 1",
                "'1: a\n1.0: b' | Map keys must be unique; '1' is repeated at line 2, column 1",
                "'a: *y' | Unresolved alias (the anchor must be set before the alias): y at line 1, column 4",
                "'a: &x [*x]' | Unresolved alias (the anchor must be set before the alias): x at line 1, column 8",
                "'--- a\n--- b' | Source contains multiple documents at line 2, column 1",
                "'? [a]\n: b' | An array or object cannot be a key at line 1, column 3",
                "'a: b: c' | mapping values are not allowed here at line 1, column 5",
                "'a: [1, 2' | expected ',' or ']', but got <stream end> at line 1, column 9"
            })
    void namesThePlaceOfAnError(String yaml, String message) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void stopsAliasBombs() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level <= 9; level++) {
            var alias = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, alias))));
        }
        assertThatThrownBy(() -> parse(bomb.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Excessive alias count indicates a resource exhaustion attack at line 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void stopsDeepNesting(String opening) {
        assertThatThrownBy(() -> parse(opening.repeat(100_000)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Values are nested more than 200 deep at line 1");
    }

    @Test
    void refusesControlCharacters() {
        assertThatThrownBy(() -> parse("a: \u0000")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> parse("a: \u001b")).isInstanceOf(ConfigException.class);
    }

    @Test
    void refusesOverlongText() {
        assertThatThrownBy(() -> parse("a: " + "x".repeat(16 * 1024 * 1024)))
                .hasMessage("The document is longer than 16777216 characters");
    }

    @Test
    @Timeout(20)
    void readsLongLinesInLinearTime() {
        var line = "x".repeat(8 * 1024 * 1024);
        assertThat(parse("a: " + line).get("a").stringValue()).hasSize(line.length());
    }
}
