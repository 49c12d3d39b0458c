// SPDX-License-Identifier: Apache-2.0
/**
 * What tests of plugins, modules and services need: backends on a free port, fakes of every service, real databases.
 *
 * <pre>{@code
 * try (var backend = TestBackend.start(TodoListPlugin::feature)) {
 *     assertThat(backend.http().get("/api/todo-list/todos").status()).isEqualTo(200);
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/backend-test-utils}.
 */
@NullMarked
package dev.understudy.backend.test.utils;

import org.jspecify.annotations.NullMarked;
