// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigException;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.HumanDuration;
import dev.understudy.types.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskScheduleTest {
    private static final HumanDuration TEN_MINUTES = HumanDuration.parse("PT10M");

    @Test
    void readsAllKindsOfFrequency() {
        assertThat(read("{\"frequency\":{\"cron\":\"0 3 * * *\"},\"timeout\":\"PT10M\"}"))
                .isEqualTo(TaskSchedule.of(TaskFrequency.cron("0 3 * * *"), TEN_MINUTES));
        assertThat(read("{\"frequency\":{\"trigger\":\"manual\"},\"timeout\":{\"minutes\":10}}"))
                .isEqualTo(TaskSchedule.of(TaskFrequency.manual(), TEN_MINUTES));
        for (var frequency : List.of("\"1 hour\"", "\"PT1H\"", "{\"hours\":1}")) {
            assertThat(read("{\"frequency\":" + frequency + ",\"timeout\":\"10m\"}"))
                    .isEqualTo(TaskSchedule.of(TaskFrequency.every("1h"), TEN_MINUTES));
        }
    }

    @Test
    void readsDelayAndScope() {
        var schedule = read(
                "{\"frequency\":\"1h\",\"timeout\":\"10m\",\"initialDelay\":{\"seconds\":15},\"scope\":\"local\"}");
        assertThat(schedule)
                .isEqualTo(TaskSchedule.of(TaskFrequency.every("1h"), TEN_MINUTES)
                        .withInitialDelay(HumanDuration.parse("15s"))
                        .withScope(TaskScope.LOCAL));
    }

    @Test
    void refusesWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> read("{\"timeout\":\"10m\"}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("Missing required config value at 'frequency'");
        assertThatThrownBy(() -> read("{\"frequency\":\"1h\"}")).hasMessageContaining("timeout");
        assertThatThrownBy(() -> read("{\"frequency\":{\"trigger\":\"never\"},\"timeout\":\"10m\"}"))
                .hasMessageContaining("frequency");
        assertThatThrownBy(() -> read("{\"frequency\":\"1h\",\"timeout\":\"10m\",\"scope\":\"galactic\"}"))
                .hasMessage(
                        "Only \"global\" or \"local\" are allowed for TaskScheduleDefinition.scope, but got: galactic");
    }

    private static TaskSchedule read(String json) {
        return TaskSchedule.fromConfig(ConfigReader.fromData(Json.mapper().readTree(json)));
    }
}
