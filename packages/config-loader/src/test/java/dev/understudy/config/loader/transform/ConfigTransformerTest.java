// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.yaml.YamlParser;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.TypeException;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigTransformerTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("NAME", " value ", "EMPTY", "", "BLANK", "  ", "TRICKY", "${NAME}$1\\", "FILE", "data.yaml");

    private final Map<String, String> files = Map.ofEntries(
            Map.entry("/project/secret.txt", " text ${NAME} \n\n"),
            Map.entry(
                    "/project/data.yaml",
                    "a:\n  b: {c: 1}\n  s: pre-${NAME}\n  none: ${MISSING}\n  env: {$env: NAME}\n"),
            Map.entry("/project/data.json", "{\"list\": [1, \"${NAME}\"]}"),
            Map.entry("/project/sub/outer.yaml", "inner: {$include: inner.yml#deep.value}\ntext: {$file: note.txt}"),
            Map.entry("/project/sub/inner.yml", "deep: {value: found}"),
            Map.entry("/project/sub/note.txt", "noted\n"),
            Map.entry("/project/null.yaml", "~"),
            Map.entry("/project/bad.yaml", "a: b: c"),
            Map.entry("/project/bad.json", "{"),
            Map.entry("/project/one.yaml", "next: {$include: two.yaml}"),
            Map.entry("/project/two.yaml", "next: {$include: one.yaml}"));

    private String transform(String yaml) {
        var transformer = ConfigTransformer.create(new Substitution(ENVIRONMENT), this::read);
        var input = YamlParser.parse(yaml, "app-config.yaml").orElseThrow();
        return Json.stringify(transformer.apply(input, Path.of("/project")).toJson());
    }

    private String read(Path path) {
        var text = files.get(path.toString());
        if (text == null) {
            throw new NotFoundException("failed to include \"" + path + "\", file does not exist");
        }
        return text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${NAME} | {\"k\":\"value\"}",
                "a ${NAME} b ${ NAME } | {\"k\":\"a value b value\"}",
                "${MISSING} | {}",
                "a ${MISSING} | {}",
                "a${EMPTY}b | {\"k\":\"ab\"}",
                "${MISSING:-fall back } | {\"k\":\"fall back\"}",
                "${EMPTY:-fallback} | {\"k\":\"fallback\"}",
                "${BLANK:-fallback} | {\"k\":\"fallback\"}",
                "${NAME:-fallback} | {\"k\":\"value\"}",
                "${MISSING:-} | {}",
                "${MISSING:-a:-b} | {\"k\":\"a:-b\"}",
                "$${NAME} | {\"k\":\"${NAME}\"}",
                "$$${NAME} | {\"k\":\"$${NAME}\"}",
                "$NAME | {\"k\":\"$NAME\"}",
                "${NAME | {\"k\":\"${NAME\"}",
                "${A{NAME}} | {\"k\":\"${A{NAME}}\"}",
                "${A${NAME}} | {\"k\":\"${Avalue}\"}",
                "${TRICKY} | {\"k\":\"${NAME}$1\\\\\"}"
            })
    void substitutesEnvironmentVariables(String text, String json) {
        assertThat(transform("k: '" + text + "'")).isEqualTo(json);
    }

    @Test
    void dropsElementsWithoutValue() {
        assertThat(transform("k: [a, '${MISSING}', {$env: MISSING}, b, ~]")).isEqualTo("{\"k\":[\"a\",\"b\",null]}");
    }

    @Test
    void readsVariablesAndFiles() {
        assertThat(transform("a: {$env: NAME}\nb: {$env: MISSING}\nc: {$file: secret.txt}\nd: {$env: TRICKY}"))
                .isEqualTo("{\"a\":\"value\",\"c\":\" text ${NAME}\",\"d\":\"${NAME}$1\\\\\"}");
    }

    @Test
    void includesFilesAndPartsOfThem() {
        assertThat(transform("k: {$include: data.yaml#a.b}")).isEqualTo("{\"k\":{\"c\":1}}");
        assertThat(transform("k: {$include: data.yaml#a.s}")).isEqualTo("{\"k\":\"pre-value\"}");
        assertThat(transform("k: {$include: data.yaml#a.none}")).isEqualTo("{}");
        assertThat(transform("k: {$include: data.yaml#a.missing}")).isEqualTo("{}");
        assertThat(transform("k: {$include: '${FILE}'}"))
                .isEqualTo("{\"k\":{\"a\":{\"b\":{\"c\":1},\"s\":\"pre-value\",\"env\":\"value\"}}}");
        assertThat(transform("k: {$include: data.json}")).isEqualTo("{\"k\":{\"list\":[1,\"value\"]}}");
        assertThat(transform("k: {$include: null.yaml}")).isEqualTo("{\"k\":null}");
        assertThat(transform("$include: data.json")).isEqualTo("{\"list\":[1,\"value\"]}");
    }

    @Test
    void resolvesNestedIncludesFromTheIncludedFilesFolder() {
        assertThat(transform("k: {$include: sub/outer.yaml}"))
                .isEqualTo("{\"k\":{\"inner\":\"found\",\"text\":\"noted\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$env: A, b: 1} | include key $env should not have adjacent keys",
                "{$file: 1} | $file include value is not a string",
                "{$include: {a: 1}} | $include include value is not a string",
                "{$env: '${MISSING}'} | $env substitution value was undefined",
                "{$include: data.toml} | no configuration parser available for included file data.toml",
                "{$include: sub/.yaml} | no configuration parser available for included file sub/.yaml",
                "{$include: data.yaml#a.b.c.d} | value at 'a.b.c' in included file data.yaml is not an object",
                "{$include: data.yaml#x.y} | value at 'x' in included file data.yaml is not an object",
                "{$include: gone.yaml} | failed to include \"/project/gone.yaml\", file does not exist",
                "{$file: gone.txt} | failed to read file gone.txt, NotFoundError: "
                        + "failed to include \"/project/gone.txt\", file does not exist",
                "{$include: bad.yaml} | failed to parse included file bad.yaml, Error: "
                        + "mapping values are not allowed here at line 1, column 5"
            })
    void explainsBadIncludes(String yaml, String message) {
        assertThatThrownBy(() -> transform("a: [{k: " + yaml + "}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("error at .a[0].k, " + message);
    }

    @Test
    void explainsBadJson() {
        assertThatThrownBy(() -> transform("k: {$include: bad.json}"))
                .hasMessageStartingWith("error at .k, failed to parse included file bad.json, Error: ");
    }

    @Test
    void stopsFilesThatIncludeEachOther() {
        assertThatThrownBy(() -> transform("k: {$include: one.yaml}"))
                .hasMessage("error at .k.next.next, files include each other in a circle, "
                        + "/project/one.yaml -> /project/two.yaml -> /project/one.yaml");
    }

    @Test
    void stopsIncludeBombs() {
        var bombs = IntStream.range(0, 20)
                .boxed()
                .collect(Collectors.toMap(
                        level -> "/project/bomb" + level + ".yaml",
                        level -> "[{$include: bomb%1$d.yaml}, {$include: bomb%1$d.yaml}]".formatted(level + 1)));
        bombs.put("/project/bomb20.yaml", "[]");
        var transformer = ConfigTransformer.create(
                new Substitution(ENVIRONMENT), path -> bombs.getOrDefault(path.toString(), ""));
        var input =
                YamlParser.parse("k: {$include: bomb0.yaml}", "app-config.yaml").orElseThrow();
        assertThatThrownBy(() -> transformer.apply(input, Path.of("/project")))
                .hasMessageContaining("there are more than 10000 includes");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThatThrownBy(() -> transform("a: {$file: 1}\nb: {$env: A, c: 1}"))
                .hasMessage("2 errors:\n- error at .a, $file include value is not a string"
                        + "\n- error at .b, include key $env should not have adjacent keys");
    }

    @ParameterizedTest
    @CsvSource({"[]", "text", "{$env: NAME}", "{$include: null.yaml}"})
    void refusesAnythingButAnObjectAtTheRoot(String yaml) {
        assertThatThrownBy(() -> transform(yaml))
                .isInstanceOf(TypeException.class)
                .hasMessage("expected object at config root");
    }

    @Test
    void leavesIncludesAloneWithoutFiles() {
        var transformer = ConfigTransformer.create(new Substitution(ENVIRONMENT));
        var input =
                YamlParser.parse("a: {$env: '${NAME}'}", "https://example.com").orElseThrow();
        assertThat(Json.stringify(transformer.apply(input, Path.of("")).toJson()))
                .isEqualTo("{\"a\":{\"$env\":\"value\"}}");
    }
}
