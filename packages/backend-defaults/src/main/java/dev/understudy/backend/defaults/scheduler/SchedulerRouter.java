// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskDescriptor;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a plugin's tasks to the outside, and lets it start and stop them. */
final class SchedulerRouter {
    private static final String TASKS = "/.backstage/scheduler/v1/tasks";

    private final String pluginId;
    private final DefaultSchedulerService scheduler;

    private SchedulerRouter(String pluginId, DefaultSchedulerService scheduler) {
        this.pluginId = pluginId;
        this.scheduler = scheduler;
    }

    static SchedulerRouter create(String pluginId, DefaultSchedulerService scheduler) {
        return new SchedulerRouter(pluginId, scheduler);
    }

    HttpRouter routes() {
        return HttpRouter.create()
                .get(TASKS, _ -> list())
                .post(TASKS + "/:id/trigger", request -> {
                    scheduler.triggerTask(request.param("id"));
                    return HttpResponse.status(200);
                })
                .post(TASKS + "/:id/cancel", request -> {
                    scheduler.cancelTask(request.param("id"));
                    return HttpResponse.status(200);
                });
    }

    private HttpResponse list() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("tasks", tasks());
        return HttpResponse.json(json);
    }

    /** The tasks of this process with their present states. */
    ArrayNode tasks() {
        var tasks = JsonNodeFactory.instance.arrayNode();
        var globalStates = scheduler.globalStates();
        scheduler.scheduledTasks().forEach(task -> tasks.add(toJson(task, globalStates)));
        return tasks;
    }

    private ObjectNode toJson(ScheduledTaskDescriptor task, Map<String, TaskState> globalStates) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("taskId", task.id())
                .put("pluginId", pluginId)
                .put("scope", task.schedule().scope().text());
        json.set("settings", TaskSettings.of(task.schedule()).toJson());
        scheduler
                .localState(task.id())
                .or(() -> Optional.ofNullable(globalStates.get(task.id())))
                .ifPresentOrElse(state -> json.set("taskState", state.toJson()), () -> json.putNull("taskState"));
        scheduler
                .workerState(task.id())
                .ifPresentOrElse(
                        state -> json.putObject("workerState").put("status", state.text()),
                        () -> json.putNull("workerState"));
        return json;
    }
}
