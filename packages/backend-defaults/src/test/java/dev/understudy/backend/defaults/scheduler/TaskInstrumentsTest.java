// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.telemetry.TestTelemetry;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestDatabase;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.types.HumanDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskInstrumentsTest {
    private static final TaskSchedule HOURLY =
            TaskSchedule.of(TaskFrequency.every("1 hour"), HumanDuration.parse("10 minutes"));

    private final FakeTimer timer = new FakeTimer();

    @Test
    void measuresTheRunsOfTasks() {
        try (var telemetry = TestTelemetry.create()) {
            var instruments = new TaskInstruments(
                    telemetry.metrics("tidying"), telemetry.root().tracing(TaskInstruments.SCOPE), timer);
            var scheduler = new DefaultSchedulerService(
                    TestDatabase.create(DatabaseDialect.SQLITE), RecordingLogger.create(), timer, instruments);
            scheduler.scheduleTask(ScheduledTask.of("tidy", HOURLY, _ -> {}));
            scheduler.scheduleTask(ScheduledTask.of("fail", HOURLY, _ -> {
                throw new IllegalStateException("broken");
            }));
            timer.advanceUntil(
                    Duration.ofSeconds(1),
                    () -> telemetry.values("backend_tasks.task.runs.completed").size() == 2);
            scheduler.shutdown();

            assertThat(telemetry.values("backend_tasks.task.runs.count"))
                    .containsExactlyInAnyOrder(
                            "{result=started, scope=global, taskId=tidy} 1.0",
                            "{result=completed, scope=global, taskId=tidy} 1.0",
                            "{result=started, scope=global, taskId=fail} 1.0",
                            "{result=failed, scope=global, taskId=fail} 1.0");
            assertThat(telemetry.values("backend_tasks.task.runs.duration"))
                    .containsExactlyInAnyOrder(
                            "{result=completed, scope=global, taskId=tidy} 1",
                            "{result=failed, scope=global, taskId=fail} 1");
            assertThat(withoutTime(telemetry.values("backend_tasks.task.runs.started")))
                    .containsExactlyInAnyOrder("{taskId=tidy}", "{taskId=fail}");
            assertThat(withoutTime(telemetry.values("backend_tasks.task.runs.completed")))
                    .containsExactlyInAnyOrder(
                            "{result=completed, scope=global, taskId=tidy}",
                            "{result=failed, scope=global, taskId=fail}");
            assertThat(telemetry.descriptions())
                    .containsExactlyInAnyOrder(
                            "backend_tasks.task.runs.count || Total number of times a task has been run",
                            "backend_tasks.task.runs.duration | seconds | Histogram of task run durations",
                            "backend_tasks.task.runs.started | seconds | Epoch timestamp seconds when the task was last"
                                    + " started",
                            "backend_tasks.task.runs.completed | seconds | Epoch timestamp seconds when the task was"
                                    + " last completed");
            assertThat(telemetry.spans())
                    .containsExactlyInAnyOrder(
                            "backstage-service-scheduler task tidy {scope=global, taskId=tidy} UNSET",
                            "backstage-service-scheduler task fail {error.type=Error, scope=global, taskId=fail} ERROR");
        }
    }

    /** Only what tells seconds of the epoch. */
    private static List<String> withoutTime(List<String> values) {
        var now = Instant.now().getEpochSecond();
        assertThat(values)
                .allSatisfy(value -> assertThat(Double.parseDouble(value.substring(value.lastIndexOf(' '))))
                        .isBetween(1.0, now * 2.0));
        return values.stream()
                .map(value -> value.substring(0, value.lastIndexOf(' ')))
                .toList();
    }
}
