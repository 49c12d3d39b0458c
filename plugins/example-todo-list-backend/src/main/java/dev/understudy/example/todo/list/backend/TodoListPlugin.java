// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.CoreServices.DATABASE;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_AUTH;
import static dev.understudy.backend.plugin.api.CoreServices.HTTP_ROUTER;
import static dev.understudy.example.todo.list.backend.TodoListExtensionPoint.TODO_LIST;

import dev.understudy.backend.plugin.api.BackendFeature;
import java.util.ArrayList;

/** A to-do list at {@code /api/todo-list}. */
public final class TodoListPlugin {
    private TodoListPlugin() {}

    public static BackendFeature feature() {
        return createBackendPlugin("todo-list", reg -> {
            var listeners = new ArrayList<TodoListener>();
            reg.registerExtensionPoint(TODO_LIST, listeners::add);

            var database = reg.require(DATABASE);
            var httpAuth = reg.require(HTTP_AUTH);
            var httpRouter = reg.require(HTTP_ROUTER);

            reg.registerInit(() -> {
                var store = TodoStore.create(database.get());
                httpRouter.get().use(TodoRouter.create(store, httpAuth.get(), listeners));
            });
        });
    }
}
