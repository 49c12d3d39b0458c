// SPDX-License-Identifier: Apache-2.0
/**
 * Rules with which a plugin decides on its own resources.
 *
 * <pre>{@code
 * static final PermissionResourceRef<Todo, TodoFilter> TODO = new PermissionResourceRef<>("todo", "todo");
 *
 * static final PermissionRule<Todo, TodoFilter> IS_OWNER = PermissionRule.of(
 *         TODO,
 *         "IS_OWNER",
 *         "Allows todos of these owners",
 *         RuleParams.create().stringArray("owners", "List of owners"),
 *         (todo, params) -> RuleParams.strings(params, "owners").contains(todo.owner()),
 *         params -> TodoFilter.ownedBy(RuleParams.strings(params, "owners")));
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-permission-node}.
 */
@NullMarked
package dev.understudy.permission.node;

import org.jspecify.annotations.NullMarked;
