// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.MetricOptions;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.MetricsService.Counter;
import dev.understudy.backend.plugin.api.service.MetricsService.Gauge;
import dev.understudy.backend.plugin.api.service.MetricsService.Histogram;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.ScheduledTask.TaskFunction;
import dev.understudy.backend.plugin.api.service.SpanOptions;
import dev.understudy.backend.plugin.api.service.TelemetryAttributes;
import dev.understudy.backend.plugin.api.service.TracingService;
import java.time.Duration;
import java.util.Locale;

/** Measures the runs of tasks. */
final class TaskInstruments {
    static final String SCOPE = "backstage-service-scheduler";
    private static final String SECONDS = "seconds";

    private final Counter count;
    private final Histogram duration;
    private final Gauge started;
    private final Gauge completed;
    private final TracingService tracing;
    private final TaskTimer timer;

    TaskInstruments(MetricsService metrics, TracingService tracing, TaskTimer timer) {
        this.count = metrics.createCounter(
                "backend_tasks.task.runs.count",
                MetricOptions.describedAs("Total number of times a task has been run"));
        this.duration = metrics.createHistogram(
                "backend_tasks.task.runs.duration",
                MetricOptions.describedAs("Histogram of task run durations").withUnit(SECONDS));
        this.started = metrics.createGauge(
                "backend_tasks.task.runs.started",
                MetricOptions.describedAs("Epoch timestamp seconds when the task was last started")
                        .withUnit(SECONDS));
        this.completed = metrics.createGauge(
                "backend_tasks.task.runs.completed",
                MetricOptions.describedAs("Epoch timestamp seconds when the task was last completed")
                        .withUnit(SECONDS));
        this.tracing = tracing;
        this.timer = timer;
    }

    static TaskInstruments none(TaskTimer timer) {
        return new TaskInstruments(MetricsService.noop(), TracingService.noop(), timer);
    }

    /** The same task, each run of which is measured. */
    ScheduledTask measured(ScheduledTask task) {
        var scope = task.schedule().scope().name().toLowerCase(Locale.ROOT);
        var labels = TelemetryAttributes.of("taskId", task.id()).with("scope", scope);
        return new ScheduledTask(task.id(), task.schedule(), measured(task, labels), task.stop());
    }

    private TaskFunction measured(ScheduledTask task, TelemetryAttributes labels) {
        var options = SpanOptions.none().withAttributes(labels);
        return abort -> {
            var start = System.nanoTime();
            started(task, labels);
            var result = "failed";
            try {
                tracing.runInActiveSpan(
                        "task " + task.id(), options, _ -> task.function().run(abort));
                result = "completed";
            } finally {
                ended(labels.with("result", result), Duration.ofNanos(System.nanoTime() - start));
            }
        };
    }

    private void started(ScheduledTask task, TelemetryAttributes labels) {
        count.add(1, labels.with("result", "started"));
        started.record(now(), TelemetryAttributes.of("taskId", task.id()));
    }

    private void ended(TelemetryAttributes labels, Duration time) {
        count.add(1, labels);
        duration.record(time.toNanos() / 1e9, labels);
        completed.record(now(), labels);
    }

    private double now() {
        return timer.instant().toEpochMilli() / 1000.0;
    }
}
