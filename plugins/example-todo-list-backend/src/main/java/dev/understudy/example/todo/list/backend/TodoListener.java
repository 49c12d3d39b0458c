// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

/** Hears of each new to-do, after it is stored. */
@FunctionalInterface
public interface TodoListener {
    void added(Todo todo);
}
