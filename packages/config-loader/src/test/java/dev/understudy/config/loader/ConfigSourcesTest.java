// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigSourcesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private ConfigSourceOptions options(Map<String, String> environment, String... arguments) {
        return ConfigSourceOptions.of(List.of(arguments), environment, folder).withoutWatching();
    }

    private String read(Map<String, String> environment, String... arguments) {
        var configs = ConfigSources.create(options(environment, arguments)).read();
        return Json.stringify(EffectiveConfig.of(configs).data());
    }

    @Test
    void findsDefaultFilesInTheReferencesOrder() throws IOException {
        for (var name : List.of("", ".local", ".one", ".two", ".one.local", ".two.local", ".three")) {
            write("app-config" + name + ".yaml", "a: 1");
        }
        var source = ConfigSources.create(options(Map.of("BACKSTAGE_ENV", " one, ,two,four", "APP_CONFIG_b", "1")));
        var names = List.of(".yaml", ".one.yaml", ".two.yaml", ".local.yaml", ".one.local.yaml", ".two.local.yaml");
        var files = names.stream()
                .map(name -> "FileConfigSource{path=\"" + folder.resolve("app-config" + name) + "\"}")
                .toList();
        assertThat(source)
                .hasToString("MergedConfigSource{" + String.join(", ", files) + ", EnvConfigSource{count=1}}");
    }

    @Test
    void laterSourcesWinAndTheEnvironmentWinsOverAll() throws IOException {
        write("app-config.yaml", "ignored: 1");
        write("a.yaml", "a: 1\nb: 1\nc: {d: 1}\ne: 1");
        write("sub/b.yaml", "b: 2\nc: {f: 2}\ne: ~");
        assertThat(read(
                        Map.of("APP_CONFIG_c_d", "3"),
                        "--config",
                        "a.yaml",
                        "other",
                        "--config=sub/b.yaml",
                        "--",
                        "--config",
                        "x"))
                .isEqualTo("{\"c\":{\"d\":3,\"f\":2},\"b\":2,\"a\":1}");
    }

    @Test
    void requiresTheDefaultFile() {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Config file \"" + folder.resolve("app-config.yaml") + "\" does not exist");
    }

    @Test
    void acceptsEmptyFiles() throws IOException {
        write("app-config.yaml", "");
        write("app-config.local.yaml", "# nothing yet");
        assertThat(read(Map.of())).isEqualTo("{}");
    }

    @Test
    void namesTheFileOfAProblem() throws IOException {
        var path = write("app-config.yaml", "a: {$file: 1}");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Failed to read config file at \"" + path
                        + "\", error at .a, $file include value is not a string");
        write("app-config.yaml", "- a");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessage("Failed to read config file at \"" + path + "\", expected object at config root");
        write("app-config.yaml", "a: b: c");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessage("Failed to read config file at \"" + path
                        + "\", mapping values are not allowed here at line 1, column 5");
    }

    @Test
    void reportsTheProblemsOfAllSourcesAtOnce() throws IOException {
        var bad = write("bad.yaml", "a: {$file: 1}");
        assertThatThrownBy(() -> read(Map.of("APP_CONFIG_1", "x"), "--config", "gone.yaml", "--config", "bad.yaml"))
                .hasMessage("3 config sources cannot be read:"
                        + "\n- Config file \"" + folder.resolve("gone.yaml") + "\" does not exist"
                        + "\n- Failed to read config file at \"" + bad
                        + "\", error at .a, $file include value is not a string"
                        + "\n- Invalid env config key '1'");
    }

    @Test
    void refusesUrlsUnlessEnabled() {
        assertThatThrownBy(() -> read(Map.of(), "--config", "https://example.com/app-config.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Config argument \"https://example.com/app-config.yaml\" looks like a URL but remote "
                        + "configuration is not enabled. Enable it by passing the `remote` option");
        var source = ConfigSources.create(
                options(Map.of(), "--config", "https://example.com/a.yaml").withRemote(Duration.ofSeconds(60)));
        assertThat(source)
                .hasToString("MergedConfigSource{RemoteConfigSource{path=\"https://example.com/a.yaml\"}, "
                        + "EnvConfigSource{count=0}}");
    }

    @Test
    void takesTargetsWithoutHostForPaths() {
        for (var target : List.of("file:///a.yaml", "c:a.yaml", "http:a.yaml")) {
            assertThatThrownBy(() -> read(Map.of(), "--config", target))
                    .hasMessage("Config file \"" + folder.resolve(target).normalize() + "\" does not exist");
        }
    }

    @Test
    void refusesTheOptionWithoutATarget() {
        assertThatThrownBy(() -> read(Map.of(), "--config"))
                .hasMessage("Option --config needs the path or URL of a config file");
        assertThatThrownBy(() -> read(Map.of(), "--config", "--config"))
                .hasMessage("Option --config needs the path or URL of a config file");
    }

    @Test
    void refusesRelativePathsInFileSources() {
        assertThatThrownBy(() -> FileConfigSource.create(Path.of("a.yaml"), Map.of(), Optional.empty()))
                .hasMessage("Config load path is not absolute: \"a.yaml\"");
    }

    @Test
    void replacesBytesThatAreNotUtf8() throws IOException {
        Files.write(folder.resolve("app-config.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThat(read(Map.of())).isEqualTo("{\"a\":\"\ufffd\"}");
    }

    @Test
    void refusesHugeFiles() throws IOException {
        var path = folder.resolve("huge.txt");
        Files.write(path, new byte[16 * 1024 * 1024 + 1]);
        write("app-config.yaml", "a: {$file: huge.txt}");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageContaining(
                        "failed to read file huge.txt, Error: file \"" + path + "\" is larger than 16 MiB");
    }

    @Test
    void usesTheFilesNameInTheReadersMessages() throws IOException {
        write("app-config.yaml", "a: 1");
        var config = EffectiveConfig.of(ConfigSources.create(options(Map.of())).read())
                .reader();
        assertThatThrownBy(() -> config.string("a"))
                .hasMessage("Invalid type in config for key 'a' in 'app-config.yaml', got number, wanted string");
    }
}
