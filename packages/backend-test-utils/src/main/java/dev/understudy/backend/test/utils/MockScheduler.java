// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.AbortController;
import dev.understudy.backend.plugin.api.service.ScheduledTask;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.errors.ConflictException;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The scheduler of a plugin on which a task runs when it is triggered, and never by itself. {@link #triggerTask} returns
 * when the task has ended. Thread-safe.
 */
public final class MockScheduler implements SchedulerService {
    private final Map<String, ScheduledTask> tasks = new ConcurrentSkipListMap<>();
    private final Map<String, AbortController> running = new ConcurrentHashMap<>();

    private MockScheduler() {}

    public static MockScheduler create() {
        return new MockScheduler();
    }

    @Override
    public void scheduleTask(ScheduledTask task) {
        tasks.put(task.id(), task);
        task.stop().onAbort(() -> tasks.remove(task.id(), task));
    }

    /**
     * Runs a task on this thread.
     *
     * @throws RuntimeException what the task threw; a checked exception as the cause
     */
    @Override
    public void triggerTask(String id) {
        var task = find(id);
        var abort = AbortController.childOf(task.stop());
        if (running.putIfAbsent(id, abort) != null) {
            throw new ConflictException("Task " + id + " is currently running");
        }
        try {
            task.function().run(abort.signal());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("Task " + id + " failed", failure);
        } finally {
            running.remove(id);
        }
    }

    @Override
    public void cancelTask(String id) {
        find(id);
        Optional.ofNullable(running.get(id))
                .orElseThrow(() -> new ConflictException("Task " + id + " is not running"))
                .abort();
    }

    @Override
    public List<ScheduledTaskDescriptor> scheduledTasks() {
        return tasks.values().stream()
                .map(task -> new ScheduledTaskDescriptor(task.id(), task.schedule()))
                .toList();
    }

    private ScheduledTask find(String id) {
        return Optional.ofNullable(tasks.get(id))
                .orElseThrow(() -> new NotFoundException("Task " + id + " does not exist"));
    }
}
