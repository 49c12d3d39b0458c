// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestAuth;
import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestHttpAuth;
import dev.understudy.backend.plugin.api.service.AuditorService.AuditorEventOptions;
import dev.understudy.backend.plugin.api.service.AuditorService.Severity;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditorServiceTest {
    private final RecordingLogger logger = RecordingLogger.create();

    @Test
    void tellsWhoDidWhat() {
        var request = MockRequest.post("/todos?now", "{}")
                .withHeader("Host", "localhost:7007")
                .withHeader("User-Agent", "test");
        var options = AuditorEventOptions.of("todo-create")
                .withSeverity(Severity.HIGH)
                .withRequest(request)
                .withMeta(Map.of("list", "a"));
        auditor("{}", TestCredentials.USER).createEvent(options).success(Map.of("id", 1));

        assertThat(logger.lines()).containsExactly("info todo.todo-create", "info todo.todo-create");
        assertThat(Json.mapper()
                        .valueToTree(logger.entries().getLast().fields())
                        .toString())
                .isEqualTo(
                        "{\"isAuditEvent\":true,\"plugin\":\"todo\",\"eventId\":\"todo-create\",\"severityLevel\":\"high\","
                                + "\"actor\":{\"actorId\":\"user:default/jane\",\"ip\":\"127.0.0.1\",\"hostname\":\"localhost\","
                                + "\"userAgent\":\"test\"},\"request\":{\"url\":\"/todos?now\",\"method\":\"POST\"},"
                                + "\"meta\":{\"list\":\"a\",\"id\":1},\"status\":\"succeeded\"}");
        assertThat(logger.entries().getFirst().fields()).containsEntry("status", "initiated");
    }

    @Test
    void namesThePluginWhenThereIsNoRequest() {
        auditor("{}", TestCredentials.NONE).createEvent(AuditorEventOptions.of("tidy"));
        assertThat(logger.lines()).containsExactly("debug todo.tidy");
        assertThat(logger.entries().getFirst().fields())
                .containsEntry("actor", Map.of("actorId", "plugin:test"))
                .containsEntry("severityLevel", "low")
                .doesNotContainKeys("request", "meta");
    }

    @Test
    void tellsOfFailures() {
        var failure = new InputException("no title");
        var mapped = "{\"backend\":{\"auditor\":{\"severityLogLevelMappings\":{\"critical\":\"error\"}}}}";
        auditor(mapped, TestCredentials.SERVICE)
                .createEvent(AuditorEventOptions.of("a").withSeverity(Severity.CRITICAL))
                .fail(failure, Map.of());
        var loud = logger.entries().getLast();
        assertThat(loud).hasToString("error todo.a");
        assertThat(loud.failure()).contains(failure);
        assertThat(loud.fields()).containsEntry("status", "failed");

        auditor("{}", TestCredentials.SERVICE)
                .createEvent(AuditorEventOptions.of("b").withSeverity(Severity.MEDIUM))
                .fail(failure, Map.of());
        assertThat(logger.entries().getLast()).hasToString("info todo.b no title");
        assertThat(logger.entries().getLast().fields()).containsKey("stack");
    }

    @Test
    void refusesLevelsThatDoNotExist() {
        var wrong = "{\"backend\":{\"auditor\":{\"severityLogLevelMappings\":{\"low\":\"loud\"}}}}";
        assertThatThrownBy(() -> auditor(wrong, TestCredentials.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The configuration value for 'backend.auditor.severityLogLevelMappings.low' was given an invalid"
                                + " value: 'loud'. Expected one of the following valid values: 'debug, info, warn, error'.");
    }

    private DefaultAuditorService auditor(String config, BackstageCredentials sender) {
        var levels = AuditLevels.fromConfig(ConfigReader.fromData(Json.mapper().readTree(config)));
        return new DefaultAuditorService("todo", levels, logger, new TestAuth(), new TestHttpAuth(sender));
    }
}
