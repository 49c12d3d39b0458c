// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

/** Something to do. */
public record Todo(long id, String title, String createdBy) {}
