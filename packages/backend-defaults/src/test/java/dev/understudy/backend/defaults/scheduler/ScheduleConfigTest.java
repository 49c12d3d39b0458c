// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Schedules in configuration, as Backstage read them ({@code conformance/integration/schedules.cjs}). */
final class ScheduleConfigTest {
    static Stream<JsonNode> recorded() throws IOException {
        try (var file = ScheduleConfigTest.class.getResourceAsStream("schedules.json")) {
            return Json.mapper().readTree(file).valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsSchedulesAsTheReferenceDoes(JsonNode answer) {
        var config = config(answer);
        if (answer.has("settings")) {
            var schedule = TaskSchedule.fromConfig(config);
            assertThat(TaskSettings.of(schedule).toJson()).isEqualTo(answer.get("settings"));
            assertThat(schedule.scope().text()).isEqualTo(answer.get("scope").stringValue());
        } else if (answer.has("unreadable")) {
            assertThatThrownBy(() -> TaskSchedule.fromConfig(config))
                    .hasMessage(answer.get("unreadable").stringValue());
        } else {
            assertThatThrownBy(() -> TaskSettings.of(TaskSchedule.fromConfig(config)));
        }
    }

    private static Config config(JsonNode answer) {
        var root = Json.mapper().createObjectNode().set("schedule", answer.get("schedule"));
        return ConfigReader.fromData(root).config("schedule");
    }
}
