// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.roothttprouter.NodeEnvironment;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class StartupEndpointTest {
    private static final String[] FROM_ELSEWHERE = {"X-Forwarded-For", "192.0.2.1"};

    @TempDir
    Path directory;

    @Test
    void explainsTheStart() throws Exception {
        try (var backend = ExplainedBackend.start(directory, "")) {
            var json = json(backend.get("/startup", "Authorization", "Bearer " + ExplainedBackend.TOKEN));

            assertThat(json.at("/startup/state").stringValue()).isEqualTo("started");
            assertThat(json.at("/startup/phases").findValuesAsString("name"))
                    .containsExactly("features", "validation", "root services", "plugins", "root start-up hooks");
            assertThat(json.at("/startup/plugins").findValuesAsString("pluginId"))
                    .containsExactlyInAnyOrder("todo", "search");
            assertThat(json.at("/startup/plugins").findValuesAsString("moduleId"))
                    .containsExactly("reminders");
            assertThat(json.at("/startup/services").findValuesAsString("serviceId"))
                    .contains("core.rootConfig", "core.httpRouter", "core.scheduler");
            assertThat(json.at("/startup/services").valueStream()).allSatisfy(service -> {
                assertThat(service.get("own").doubleValue())
                        .isBetween(0.0, service.get("duration").doubleValue());
            });
            assertThat(json.toString())
                    .doesNotContain(ExplainedBackend.TOKEN)
                    .doesNotContain(ExplainedBackend.PASSWORD);
        }
    }

    @Test
    void letsInWhoeverSitsAtThisMachineAndTokensFromElsewhere() throws Exception {
        try (var backend = ExplainedBackend.start(directory, "")) {
            assertThat(backend.get("/startup")).startsWith("200 {\"process\":");
            assertThat(backend.get("")).startsWith("200 <!doctype html>");
            assertThat(backend.get("/startup", FROM_ELSEWHERE))
                    .startsWith(
                            "401 {\"error\":{\"name\":\"AuthenticationError\",\"message\":\"Missing credentials\"}");
            assertThat(backend.get("/startup", "Sec-Fetch-Site", "cross-site")).startsWith("401 ");
            assertThat(backend.get("/startup", "Sec-Fetch-Site", "same-site")).startsWith("401 ");
            assertThat(backend.get("/startup", "Sec-Fetch-Site", "same-origin")).startsWith("200 ");
            assertThat(get(backend, ExplainedBackend.TOKEN)).startsWith("200 ");
            assertThat(get(backend, "another-token-0123456789"))
                    .startsWith("401 {\"error\":{\"name\":\"AuthenticationError\",\"message\":\"Illegal token\"}");
            assertThat(get(backend, ExplainedBackend.RESTRICTED_TOKEN))
                    .startsWith("403 {\"error\":{\"name\":\"NotAllowedError\","
                            + "\"message\":\"This token's access is restricted to plugin(s) 'catalog'\"}");
            assertThat(get(backend, ExplainedBackend.LIMITED_TOKEN))
                    .startsWith("403 {\"error\":{\"name\":\"NotAllowedError\","
                            + "\"message\":\"This token's access is restricted to certain permissions\"}");
            assertThat(backend.get("/nothing")).isEqualTo("404 ");
        }
    }

    @Test
    void needsATokenEvenHereWithoutAPage() throws Exception {
        try (var backend = ExplainedBackend.start(directory, "understudy: {startup: {page: false}}")) {
            assertThat(backend.get("")).isEqualTo("404 ");
            assertThat(backend.get("/startup")).startsWith("401 ");
            assertThat(get(backend, ExplainedBackend.TOKEN)).startsWith("200 ");
        }
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        try (var backend = ExplainedBackend.start(directory, "understudy: {startup: {enabled: false}}")) {
            assertThat(backend.get("")).isEqualTo("404 ");
            assertThat(get(backend, ExplainedBackend.TOKEN)).isEqualTo("404 ");
        }
    }

    @Test
    void hasNoPageInProductionUnlessConfigured() {
        var production = new NodeEnvironment("production");
        assertThat(StartupSettings.fromConfig(ConfigReader.fromData(Map.of()), production))
                .isEqualTo(new StartupSettings(true, false));
        assertThat(StartupSettings.fromConfig(ConfigReader.fromData(Map.of()), new NodeEnvironment("")))
                .isEqualTo(new StartupSettings(true, true));
        var configured = Map.of("understudy", Map.of("startup", Map.of("page", true)));
        assertThat(StartupSettings.fromConfig(ConfigReader.fromData(configured), production))
                .isEqualTo(new StartupSettings(true, true));
    }

    private static String get(ExplainedBackend backend, String token) throws Exception {
        return backend.get("/startup", "Authorization", "Bearer " + token);
    }

    private static JsonNode json(String answer) {
        assertThat(answer).startsWith("200 ");
        return Json.mapper().readTree(answer.substring(4));
    }
}
