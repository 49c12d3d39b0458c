// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.config.loader.schema.SchemaDocument;
import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
    private static final ConfigSchema SCHEMA = ConfigSchema.of(
            List.of(new SchemaDocument("test", Json.parse("""
            {"properties": {"app": {"closed": true, "properties": {
              "title": {"type": "string"}, "port": {"type": "number"}, "key": {"visibility": "secret"},
              "baseUrl": {"type": "string", "visibility": "frontend"}}}}}""")), new SchemaDocument("site", Json.parse("""
            {"properties": {"site": {"type": "object", "required": ["name", "size"],
              "properties": {"name": {"visibility": "frontend"}, "size": {}}}}}"""))));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String config, String... arguments) throws IOException {
        Files.writeString(folder.resolve("app-config.yaml"), config);
        var environment = Map.of("APP_CONFIG_app_key", "hush");
        try (var outStream = new PrintStream(out, true, UTF_8);
                var errStream = new PrintStream(err, true, UTF_8)) {
            return ConfigCommand.run(SCHEMA, List.of(arguments), environment, outStream, errStream, folder);
        }
    }

    private String place(int line) {
        return " (" + folder.resolve("app-config.yaml") + ":" + line + ")\n";
    }

    @Test
    void printsWhatTheFrontendMaySee() throws IOException {
        assertThat(run("app: {title: a, baseUrl: 'https://example.com', password: x}\n", "print", "--frontend"))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("app:\n  baseUrl: https://example.com\n");
    }

    @Test
    void printsTheEffectiveConfigurationWithoutSecrets() throws IOException {
        assertThat(run("app:\n  title: 'yes'\n  list: [1, 2.5, true]\n  password: x\n", "print"))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                app:
                  key: <secret>
                  title: yes
                  list:
                  - 1
                  - 2.5
                  - true
                  password: <secret>
                """);
    }

    @Test
    void printsWhereValuesComeFrom() throws IOException {
        assertThat(run("app:\n  title: T\n", "print", "--origins")).isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo("app.key: \"<secret>\"  # APP_CONFIG_app_key\napp.title: \"T\"  # "
                        + folder.resolve("app-config.yaml") + ":2\n");
    }

    @Test
    void reportsEveryViolationWithItsPlace() throws IOException {
        assertThat(run("app:\n  title: {}\n  prot: 1\n  port: x\n", "check")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("error: Config must be string { type=string } at /app/title" + place(2)
                        + "error: Config must be number { type=number } at /app/port" + place(4)
                        + "warning: Config has an unknown key 'prot' at /app, did you mean 'port'?" + place(3)
                        + "2 errors\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void warningsDoNotFailTheCheck() throws IOException {
        assertThat(run("app: {titel: T}", "check")).isZero();
        assertThat(err.toString(UTF_8))
                .isEqualTo("warning: Config has an unknown key 'titel' at /app, did you mean 'title'?" + place(1));
        assertThat(out.toString(UTF_8)).isEqualTo("The configuration is valid\n");
    }

    @Test
    void reportsConfigurationThatCannotBeRead() throws IOException {
        assertThat(run("app: {$file: gone}", "check")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("Failed to read config file at \"" + folder.resolve("app-config.yaml")
                        + "\", error at .app, failed to read file gone, NotFoundError: failed to include \""
                        + folder.resolve("gone") + "\", file does not exist\n");
    }

    @Test
    void checksOnlyWhatTheFrontendSees() throws IOException {
        var config = "app:\n  title: {}\n  baseUrl: {}\n  prot: 1\n";
        assertThat(run(config, "check", "--frontend")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("error: Config must be string { type=string } at /app/baseUrl" + place(3) + "1 error\n");
    }

    @Test
    void missesWhatTheFrontendNeeds() throws IOException {
        assertThat(run("site: {}\n", "check", "--frontend")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("error: Config must have required property 'name' { missingProperty=name } at /site"
                        + place(1) + "1 error\n");
    }

    @Test
    void takesUnknownKeysForErrorsWhenStrict() throws IOException {
        assertThat(run("app: {titel: T}\nsite: {name: N, size: 1, hue: 7}\n", "check", "--strict"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("error: Config has an unknown key 'titel' at /app, did you mean 'title'?" + place(1)
                        + "error: Config has an unknown key 'hue' at /site" + place(2) + "2 errors\n");
    }

    @Test
    void needsNoVariablesWhenLax() throws IOException {
        var config = "app: {title: 'a ${MISSING_VARIABLE} b', baseUrl: {$env: MISSING_VARIABLE}, list: [1, {}, []]}\n";
        assertThat(run(config, "print", "--lax", "--format", "json")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                {
                  "app": {
                    "key": "<secret>",
                    "title": "a x b",
                    "baseUrl": "x",
                    "list": [
                      1,
                      {},
                      []
                    ]
                  }
                }
                """);
    }

    @Test
    void printsSecretsOnRequest() throws IOException {
        assertThat(run("app: {title: T}\n", "print", "--with-secrets")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("app:\n  key: hush\n  title: T\n");
        assertThat(run("", "print", "--with-secrets", "--frontend")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualTo("Not allowed to combine frontend and secret config\n");
    }

    @Test
    void checksWithTheSchemasOfSomePackagesOnly() throws IOException {
        var config = "app: {title: {}}\nsite: {name: N, size: 1}\n";
        assertThat(run(config, "check", "--package", "site")).isZero();
        assertThat(run(config, "check", "--package=none")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("There is no config schema of package 'none'; there are: test, site\n");
    }

    @Test
    void printsSchemas() throws IOException {
        assertThat(run("", "schema", "--package", "site", "--format", "json")).isZero();
        assertThat(Json.parse(out.toString(UTF_8))).isEqualTo(Json.parse("""
                {"schemas": [{"packageName": "site", "value": {"properties": {"site": {"type": "object",
                  "required": ["name", "size"], "properties": {"name": {"visibility": "frontend"}, "size": {}}}}}}],
                 "backstageConfigSchemaVersion": 1}"""));
    }

    @Test
    void printsSchemasAsOne() throws IOException {
        assertThat(run("", "schema", "--merge", "--format", "json")).isZero();
        var merged = Json.parse(out.toString(UTF_8));
        assertThat(merged.path("title").asString()).isEqualTo("Application Configuration Schema");
        assertThat(merged.path("properties").has("site")).isTrue();
        out.reset();
        assertThat(run("", "schema", "--merge", "--no-merge", "--format", "json"))
                .isZero();
        assertThat(Json.parse(out.toString(UTF_8))
                        .path("backstageConfigSchemaVersion")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void listsEveryKey() throws IOException {
        assertThat(run("", "docs", "--package", "site")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                # Configuration

                ## site

                - `site` (object)
                - `site.name` (required, frontend)
                - `site.size` (required)
                """);
    }

    @Test
    void explainsItsUse() throws IOException {
        assertThat(run("", "prin")).isEqualTo(2);
        assertThat(run("", "check", "--frontent")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith("Usage: config print [--frontend | --with-secrets | --origins] [--format yaml|json]")
                .contains("\nUnknown option --frontent\nUsage: ");
    }
}
