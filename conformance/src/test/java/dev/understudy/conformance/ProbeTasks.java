// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.backend.plugin.api.service.TaskScope;
import dev.understudy.types.HumanDuration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Tasks of all kinds. */
final class ProbeTasks {
    private static final TaskSchedule BY_HAND = schedule(TaskFrequency.manual(), "10m");
    private static final TaskSchedule LATER =
            schedule(TaskFrequency.every("1h"), "5m").withInitialDelay(HumanDuration.parse("2h"));
    private static final TaskSchedule LOCAL =
            schedule(TaskFrequency.every("1h"), "10m").withScope(TaskScope.LOCAL);

    private ProbeTasks() {}

    static List<ScheduledTask> all() {
        return List.of(
                ScheduledTask.of("by-hand", BY_HAND, _ -> {}),
                ScheduledTask.of("failing", BY_HAND, _ -> fail()),
                ScheduledTask.of("slow", BY_HAND, ProbeTasks::runUntilAborted),
                ScheduledTask.of("later", LATER, _ -> {}),
                ScheduledTask.of("nightly", schedule(TaskFrequency.cron("0 3 * * *"), "PT90S"), _ -> {}),
                ScheduledTask.of("local", LOCAL, _ -> {}),
                ScheduledTask.of("local-failing", LOCAL, _ -> fail()),
                ScheduledTask.of("local-slow", LOCAL, ProbeTasks::runUntilAborted),
                ScheduledTask.of("local-later", LATER.withScope(TaskScope.LOCAL), _ -> {}));
    }

    private static TaskSchedule schedule(TaskFrequency frequency, String timeout) {
        return TaskSchedule.of(frequency, HumanDuration.parse(timeout));
    }

    private static void fail() {
        throw new IllegalStateException("failed on purpose");
    }

    private static void runUntilAborted(AbortSignal abort) throws InterruptedException {
        var aborted = new CountDownLatch(1);
        abort.onAbort(aborted::countDown);
        aborted.await();
    }
}
