// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;

/** Where modules extend the to-do list. */
public interface TodoListExtensionPoint {
    ExtensionPoint<TodoListExtensionPoint> TODO_LIST = createExtensionPoint("todo-list", TodoListExtensionPoint.class);

    void addListener(TodoListener listener);
}
