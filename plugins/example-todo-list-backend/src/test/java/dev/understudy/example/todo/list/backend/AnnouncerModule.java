// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.example.todo.list.backend.TodoListExtensionPoint.TODO_LIST;

import dev.understudy.backend.plugin.api.BackendFeature;

/** A module to copy from: it announces each new to-do in the log. */
final class AnnouncerModule {
    private AnnouncerModule() {}

    static BackendFeature feature() {
        return createBackendModule("todo-list", "announcer", reg -> {
            var todoList = reg.require(TODO_LIST);
            var logger = reg.require(LOGGER);

            reg.registerInit(() -> {
                var log = logger.get();
                todoList.get().addListener(todo -> log.info("New to-do '" + todo.title() + "' of " + todo.createdBy()));
            });
        });
    }
}
