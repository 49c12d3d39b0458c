// SPDX-License-Identifier: Apache-2.0
/** A plugin to copy from: a to-do list with a database, routes, and a point at which modules extend it. */
@NullMarked
package dev.understudy.example.todo.list.backend;

import org.jspecify.annotations.NullMarked;
