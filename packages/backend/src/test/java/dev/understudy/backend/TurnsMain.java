// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static dev.understudy.backend.plugin.api.CoreServices.SCHEDULER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.types.HumanDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A backend with one global task, whose first run never ends. Each run writes down who runs, and when. */
public final class TurnsMain {
    private TurnsMain() {}

    public static void main(String[] args) {
        var backend = createBackend(args);
        backend.add(feature());
        Deployment.run(backend);
    }

    private static BackendFeature feature() {
        return createBackendPlugin("turns", reg -> {
            var config = reg.require(ROOT_CONFIG);
            var scheduler = reg.require(SCHEDULER);
            reg.registerInit(() -> {
                var runs = Path.of(config.get().string("turns.file"));
                var timeout = HumanDuration.parse(config.get().string("turns.timeout"));
                var schedule = TaskSchedule.of(TaskFrequency.every("1h"), timeout);
                scheduler.get().scheduleTask(ScheduledTask.of("turn", schedule, abort -> run(runs, abort)));
            });
        });
    }

    private static void run(Path runs, AbortSignal abort) throws IOException, InterruptedException {
        var isFirst = !Files.exists(runs);
        var line = ProcessHandle.current().pid() + " " + Instant.now() + "\n";
        Files.writeString(runs, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isFirst) {
            var aborted = new CountDownLatch(1);
            abort.onAbort(aborted::countDown);
            aborted.await();
        }
    }
}
