// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.TaskScope;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The tasks of one plugin. The database is not touched before the first global task. */
final class DefaultSchedulerService implements SchedulerService {
    private final DatabaseService database;
    private final LoggerService logger;
    private final TaskTimer timer;
    private final TaskInstruments instruments;
    private final AbortController shutdown = AbortController.create();
    private final List<ScheduledTaskDescriptor> tasks = new CopyOnWriteArrayList<>();
    private final Map<String, LocalTask> localTasks = new ConcurrentHashMap<>();
    private final Map<String, GlobalTask> globalTasks = new ConcurrentHashMap<>();
    private @Nullable GlobalTasks shared;

    DefaultSchedulerService(
            DatabaseService database, LoggerService logger, TaskTimer timer, TaskInstruments instruments) {
        this.database = database;
        this.logger = logger;
        this.timer = timer;
        this.instruments = instruments;
    }

    @Override
    public void scheduleTask(ScheduledTask task) {
        if (task.id().isBlank()) {
            throw new InputException(task.id() + " is not a valid ID, expected non-empty string");
        }
        var settings = settings(task);
        var measured = instruments.measured(task);
        var stop = AbortController.childOf(task.stop());
        shutdown.signal().onAbort(stop::abort);
        var taskLogger = logger.child(Map.of("task", task.id()));
        switch (task.schedule().scope()) {
            case GLOBAL -> {
                var worker = new GlobalTask(measured, shared().table(), shared().poller(), timer, taskLogger);
                worker.start(settings, stop.signal());
                globalTasks.put(task.id(), worker);
            }
            case LOCAL -> {
                var worker = new LocalTask(measured, timer, taskLogger);
                worker.start(settings, stop.signal());
                localTasks.put(task.id(), worker);
            }
        }
        tasks.add(new ScheduledTaskDescriptor(task.id(), task.schedule()));
    }

    private static TaskSettings settings(ScheduledTask task) {
        try {
            return TaskSettings.of(task.schedule());
        } catch (IllegalArgumentException invalid) {
            throw new IllegalStateException(
                    "Invalid schedule of task '" + task.id() + "': " + invalid.getMessage(), invalid);
        }
    }

    @Override
    public void triggerTask(String id) {
        var local = localTasks.get(id);
        if (local != null) {
            local.trigger();
        } else {
            shared().table().trigger(id);
        }
    }

    @Override
    public void cancelTask(String id) {
        var local = localTasks.get(id);
        if (local != null) {
            local.cancel();
        } else {
            shared().table().cancel(id);
        }
    }

    @Override
    public List<ScheduledTaskDescriptor> scheduledTasks() {
        return List.copyOf(tasks);
    }

    void shutdown() {
        shutdown.abort();
    }

    /** The states of all global tasks in the database. */
    Map<String, TaskState> globalStates() {
        var hasGlobalTasks = tasks.stream().anyMatch(task -> task.schedule().scope() == TaskScope.GLOBAL);
        return hasGlobalTasks ? shared().table().states() : Map.of();
    }

    Optional<TaskState> localState(String id) {
        return Optional.ofNullable(localTasks.get(id)).map(LocalTask::taskState);
    }

    Optional<WorkerState> workerState(String id) {
        return Optional.ofNullable(localTasks.get(id))
                .map(LocalTask::workerState)
                .or(() -> Optional.ofNullable(globalTasks.get(id)).map(GlobalTask::workerState));
    }

    private synchronized GlobalTasks shared() {
        if (shared == null) {
            shared = GlobalTasks.start(database, timer, logger, shutdown.signal());
        }
        return shared;
    }
}
