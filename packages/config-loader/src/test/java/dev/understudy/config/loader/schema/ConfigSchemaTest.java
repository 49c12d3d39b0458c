// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.StaticConfigSource;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigSchemaTest {
    private static ConfigSchema schema(String... schemas) {
        return ConfigSchema.of(Arrays.stream(schemas)
                .map(text -> new SchemaDocument("test", Json.parse(text)))
                .toList());
    }

    private static ConfigSchema property(String schema) {
        return schema("{\"properties\": {\"k\": " + schema + "}}");
    }

    private static EffectiveConfig config(String json) {
        return EffectiveConfig.of(StaticConfigSource.create(Json.parse(json)).read());
    }

    private static List<String> violations(ConfigSchema schema, String json) {
        return schema.validate(config(json)).stream()
                .map(ConfigViolation::message)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string'} | {} | must be string { type=string }",
                "{'type': ['number', 'boolean']} | [] | must be number,boolean { type=number,boolean }",
                "{'enum': ['x', 'y']} | 'z' | must be equal to one of the allowed values { allowedValues=x,y }",
                "{'required': ['q']} | {} | must have required property 'q' { missingProperty=q }",
                "{'additionalProperties': false} | {'a': 1} | must NOT have additional properties { additionalProperty=a }",
                "{'minimum': 1} | 0 | must be >= 1 { comparison=>= limit=1 }",
                "{'maximum': 1} | 2 | must be <= 1 { comparison=<= limit=1 }",
                "{'const': 1} | 2 | must be equal to constant { allowedValue=1 }",
                "{'pattern': '^x'} | 'y' | must match pattern '^x' { pattern=^x }",
                "{'minLength': 3} | 'a' | must NOT have fewer than 3 characters { limit=3 }",
                "{'minItems': 2} | [1] | must NOT have fewer than 2 items { limit=2 }",
                "{'not': {'type': 'string'}} | 's' | must NOT be valid {  }",
                "{'oneOf': [{'type': 'string'}, {'minLength': 1}]} | 'a' | "
                        + "must match exactly one schema in oneOf { passingSchemas=0,1 }"
            })
    void usesTheReferencesWords(String schema, String value, String message) {
        var found = violations(property(schema.replace('\'', '"')), "{\"k\": " + value.replace('\'', '"') + "}");
        assertThat(found)
                .singleElement()
                .satisfies(text -> assertThat(text.replace('"', '\'')).isEqualTo("Config " + message + " at /k"));
    }

    @Test
    void explainsWhyNoAlternativeMatches() {
        var schema = property(
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"properties\": {\"z\": {\"type\": \"number\"}}}]}");
        assertThat(violations(schema, "{\"k\": {\"z\": \"s\"}}"))
                .containsExactly(
                        "Config must be string { type=string } at /k",
                        "Config must match a schema in anyOf {  } at /k",
                        "Config must be number { type=number } at /k/z");
    }

    @ParameterizedTest
    @CsvSource({
        "string, 1",
        "string, true",
        "number, '\"1.5\"'",
        "integer, '\"12\"'",
        "boolean, '\"true\"'",
        "boolean, 1",
        "boolean, 0",
        "number, true",
        "'null', '\"\"'",
        "string, '\"x\"'",
        "integer, 2"
    })
    void acceptsScalarsThatCanBeConverted(String type, String value) {
        assertThat(violations(property("{\"type\": \"" + type + "\"}"), "{\"k\": " + value + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"number, '\"x\"'", "integer, 1.5", "boolean, '\"yes\"'", "boolean, 2", "string, '[]'", "object, '\"\"'"
    })
    void refusesScalarsThatCannotBeConverted(String type, String value) {
        assertThat(violations(property("{\"type\": \"" + type + "\"}"), "{\"k\": " + value + "}"))
                .containsExactly("Config must be %1$s { type=%1$s } at /k".formatted(type));
    }

    @Test
    void reportsEveryViolationOfEverySchemaOnce() {
        var schema = "{\"properties\": {\"a\": {\"type\": \"object\"}, \"b\": {\"items\": {\"type\": \"string\"}}}}";
        assertThat(violations(schema(schema, schema), "{\"a\": 1, \"b\": [{}, \"x\", []]}"))
                .containsExactly(
                        "Config must be object { type=object } at /a",
                        "Config must be string { type=string } at /b/0",
                        "Config must be string { type=string } at /b/2");
    }

    @Test
    void refusesConfigurationWithErrorsInOneMessage() {
        var schema = schema("{\"required\": [\"b\"], \"properties\": {\"a\": {\"type\": \"object\"}}}");
        assertThatThrownBy(() -> schema.check(config("{\"a\": 1}")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Config validation failed, Config must be object { type=object } at /a; "
                        + "Config must have required property 'b' { missingProperty=b } at ");
        schema.check(config("{\"b\": 1}"));
    }

    @Test
    void suggestsTheKeyThatWasMeantWhereAllKeysAreKnown() {
        var schema = schema(
                "{\"properties\": {\"k\": {\"closed\": true, \"properties\": {\"origin\": {}, \"maxAge\": {}}}}}",
                "{\"properties\": {\"k\": {\"properties\": {\"elsewhere\": {}}}}}");
        assertThat(violations(schema, "{\"k\": {\"orgin\": 1, \"maxage\": 2, \"other\": 3, \"elsewhere\": 4}}"))
                .containsExactly(
                        "Config has an unknown key 'orgin' at /k, did you mean 'origin'?",
                        "Config has an unknown key 'maxage' at /k, did you mean 'maxAge'?",
                        "Config has an unknown key 'other' at /k");
        assertThat(schema.validate(config("{\"k\": {\"orgin\": 1}}")))
                .extracting(ConfigViolation::severity)
                .containsExactly(ConfigViolation.Severity.WARNING);
    }

    @Test
    void leavesOtherPluginsKeysAlone() {
        var schema = schema("{\"properties\": {\"backend\": {\"properties\": {\"listen\": {}}}}}");
        assertThat(violations(schema, "{\"todo\": {}, \"backend\": {\"mine\": 1}}"))
                .isEmpty();
        assertThat(violations(schema, "{\"bakcend\": {}}"))
                .containsExactly("Config has an unknown key 'bakcend' at /, did you mean 'backend'?");
    }

    @Test
    void warnsOfDeprecatedKeys() {
        assertThat(violations(property("{\"deprecated\": \"use l instead\"}"), "{\"k\": 1}"))
                .containsExactly("Config is deprecated at /k, use l instead");
    }

    @Test
    void findsSecretsWhereverTheyAre() {
        var schema = schema("""
                {"properties": {
                  "a": {"properties": {"token": {"visibility": "secret"}, "name": {"type": "string"}}},
                  "list": {"items": {"visibility": "secret"}},
                  "deep": {"deepVisibility": "secret"},
                  "map": {"additionalProperties": {"$ref": "#/definitions/credentials"}},
                  "union": {"anyOf": [{"type": "string", "visibility": "secret"}, {"properties": {"user": {}}}]}},
                 "definitions": {"credentials": {"patternProperties": {"^p": {"visibility": "secret"}}}}}""");
        var data = Json.parse("""
                {"a": {"token": "one", "name": "plain"}, "list": ["two", 2], "deep": {"x": {"y": ["three"]}},
                 "map": {"any": {"password": "four", "user": "plain"}}, "union": "five", "unknown": "plain"}""");
        assertThat(schema.secrets(data)).containsExactly("one", "two", "three", "four", "five");
        assertThat(schema.secrets(Json.parse("{\"union\": {\"user\": \"plain\"}}")))
                .isEmpty();
        assertThat(schema.filter(data, Set.of(Visibility.FRONTEND))).isEqualTo(Json.parse("{}"));
    }

    @Test
    void showsTheFrontendOnlyWhatItMaySee() {
        var schema = schema("""
                {"properties": {
                  "app": {"properties": {"title": {"visibility": "frontend"}, "other": {}}},
                  "list": {"items": {"visibility": "frontend"}},
                  "deep": {"deepVisibility": "frontend"},
                  "empty": {"visibility": "frontend"},
                  "objects": {"items": {"properties": {"host": {"visibility": "frontend"}}}},
                  "union": {"oneOf": [{"properties": {"type": {"const": "a"}, "x": {"visibility": "frontend"}}},
                                      {"properties": {"type": {"const": "b"}, "x": {"visibility": "backend"}}}]}}}""");
        var data = "\"app\": {\"title\": \"T\", \"other\": 1}, \"list\": [1, 2], \"deep\": {\"x\": [{\"y\": 1}]}, "
                + "\"empty\": {}, \"objects\": [{\"host\": \"h\", \"key\": 1}, {\"key\": 2}], ";
        var seen = "\"app\": {\"title\": \"T\"}, \"list\": [1, 2], \"deep\": {\"x\": [{\"y\": 1}]}, "
                + "\"empty\": {}, \"objects\": [{\"host\": \"h\"}]";
        var frontend = Set.of(Visibility.FRONTEND);
        assertThat(schema.filter(Json.parse("{" + data + "\"union\": {\"type\": \"a\", \"x\": 1}}"), frontend))
                .isEqualTo(Json.parse("{" + seen + ", \"union\": {\"x\": 1}}"));
        assertThat(schema.filter(Json.parse("{" + data + "\"union\": {\"type\": \"b\", \"x\": 1}}"), frontend))
                .isEqualTo(Json.parse("{" + seen + "}"));
    }

    @Test
    void filtersEachSourceByItself() {
        var filtered = property("{\"visibility\": \"frontend\"}")
                .filter(config("{\"k\": 1, \"l\": 2}"), Set.of(Visibility.FRONTEND));
        assertThat(filtered).singleElement().satisfies(source -> {
            assertThat(source.context()).isEqualTo("static-config");
            assertThat(source.data()).isEqualTo(Json.parse("{\"k\": 1}"));
        });
    }

    @Test
    void refusesContradictingVisibilities() {
        var contradiction = schema(
                "{\"properties\": {\"k\": {\"visibility\": \"frontend\"}}}",
                "{\"properties\": {\"k\": {\"visibility\": \"secret\"}}}");
        assertThatThrownBy(() -> contradiction.secrets(Json.parse("{\"k\": 1}")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Config schema visibility is both 'frontend' and 'secret' for /k");
        var inherited =
                property("{\"deepVisibility\": \"secret\", \"properties\": {\"x\": {\"visibility\": \"frontend\"}}}");
        assertThatThrownBy(() -> inherited.secrets(Json.parse("{\"k\": {\"x\": 1}}")))
                .hasMessage("Config schema visibility is both 'frontend' and 'secret' for /k/x");
    }

    @Test
    void survivesSchemasThatReferToThemselves() {
        var schema = schema(
                "{\"properties\": {\"k\": {\"$ref\": \"#\"}, \"l\": {\"allOf\": [{\"$ref\": \"#/properties/l\"}],"
                        + " \"visibility\": \"secret\"}}}");
        assertThat(schema.secrets(Json.parse("{\"k\": {\"k\": {\"l\": \"found\"}}}")))
                .containsExactly("found");
    }

    @Test
    void masksSecretsAndWhatHasTheNameOfOne() {
        var schema = property("{\"deepVisibility\": \"secret\"}");
        var data =
                Json.parse("{\"k\": {\"a\": [1]}, \"unknown\": {\"apiKey\": \"x\", \"tokens\": 5, \"name\": \"n\"}}");
        assertThat(schema.masked(data))
                .isEqualTo(Json.parse("{\"k\": {\"a\": [\"<secret>\"]}, "
                        + "\"unknown\": {\"apiKey\": \"<secret>\", \"tokens\": 5, \"name\": \"n\"}}"));
    }

    @Test
    void findsSchemasInFoldersAndArchives(@TempDir Path folder) throws IOException {
        var inFolder = Files.createDirectories(folder.resolve("classes/META-INF/understudy/config-schema"));
        Files.writeString(inFolder.resolve("one.json"), "{\"properties\": {\"a\": {\"visibility\": \"secret\"}}}");
        var archive = folder.resolve("plugin.jar");
        try (OutputStream file = Files.newOutputStream(archive);
                var jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("META-INF/understudy/config-schema/"));
            jar.putNextEntry(new JarEntry("META-INF/understudy/config-schema/two.json"));
            jar.write("{\"properties\": {\"b\": {\"visibility\": \"secret\"}}}".getBytes(UTF_8));
        }
        var urls = new URL[] {
            folder.resolve("classes").toUri().toURL(), archive.toUri().toURL()
        };
        try (var loader = new URLClassLoader(urls, null)) {
            var schema = ConfigSchema.fromClasspath(loader);
            assertThat(schema.documents()).extracting(SchemaDocument::name).containsExactly("one", "two");
            assertThat(schema.secrets(Json.parse("{\"a\": \"x\", \"b\": \"y\"}")))
                    .containsExactly("x", "y");
            Files.writeString(inFolder.resolve("bad.json"), "{");
            assertThatThrownBy(() -> ConfigSchema.fromClasspath(loader))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith("Schema at " + inFolder.resolve("bad.json") + " is invalid, ");
        }
    }

    @Test
    void readsPreparedSchemasInPlaceOfTheClassPath(@TempDir Path folder) throws IOException {
        var file = folder.resolve("schemas.json");
        try (var nothing = new URLClassLoader(new URL[0], null)) {
            assertThat(ConfigSchema.fromPrepared(file, nothing).documents()).isEmpty();
            var schema = ConfigSchema.of(List.of(
                    new SchemaDocument("one", Json.parse("{\"properties\": {\"a\": {\"visibility\": \"secret\"}}}"))));
            schema.prepare(file);
            assertThat(ConfigSchema.fromPrepared(file, nothing).documents()).isEqualTo(schema.documents());
            Files.writeString(file, "{");
            assertThatThrownBy(() -> ConfigSchema.fromPrepared(file, nothing))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith("Failed to read prepared config schemas at " + file + ", ");
        }
    }
}
