// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonPointer;

final class EffectiveConfigTest {
    @TempDir
    private Path folder;

    private EffectiveConfig load() throws IOException {
        Files.writeString(folder.resolve("app-config.yaml"), """
                app:
                  title: Base
                  list:
                    - one
                    - two
                backend:
                  included:
                    $include: part.yaml
                  file: {$file: text.txt}
                  empty: {}
                """);
        Files.writeString(folder.resolve("part.yaml"), "\nkey: ${HOME}\n");
        Files.writeString(folder.resolve("text.txt"), "text\n");
        Files.writeString(folder.resolve("app-config.local.yaml"), "app:\n  title: Local\n");
        var environment = Map.of("APP_CONFIG_app_port", "{\"a\": 1}", "HOME", "/home");
        var options = ConfigSourceOptions.of(List.of(), environment, folder).withoutWatching();
        return EffectiveConfig.of(ConfigSources.create(options).read());
    }

    @Test
    void tellsWhereEachValueComesFrom() throws IOException {
        assertThat(load().values())
                .extracting(value -> value.path() + " = " + value.value() + " @ "
                        + value.origin().toString().replace(folder + "/", ""))
                .containsExactly(
                        "app.port.a = 1 @ APP_CONFIG_app_port",
                        "app.title = \"Local\" @ app-config.local.yaml:2",
                        "app.list[0] = \"one\" @ app-config.yaml:4",
                        "app.list[1] = \"two\" @ app-config.yaml:5",
                        "backend.included.key = \"/home\" @ part.yaml:2",
                        "backend.file = \"text\" @ app-config.yaml:9",
                        "backend.empty = {} @ app-config.yaml:10");
    }

    @Test
    void findsTheOriginOfAnyValueByPointer() throws IOException {
        var config = load();
        assertThat(config.origin(JsonPointer.compile("/app/list")))
                .hasValueSatisfying(origin -> assertThat(origin.line()).isEqualTo(3));
        assertThat(config.origin(JsonPointer.compile("/app/list/1"))).isPresent();
        assertThat(config.origin(JsonPointer.compile("/app/list/2"))).isEmpty();
        assertThat(config.origin(JsonPointer.compile("/app/title/deeper"))).isEmpty();
        assertThat(config.origin(JsonPointer.empty())).isEmpty();
    }

    @Test
    void mergesLikeTheReader() throws IOException {
        var config = load();
        assertThat(config.data()).isEqualTo(config.reader().value());
    }
}
