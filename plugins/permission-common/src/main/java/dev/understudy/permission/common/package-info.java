// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary of authorization: permissions, the decisions on them, and the conditions a decision may depend on.
 *
 * <pre>{@code
 * var read = Permission.resource("catalog.entity.read", PermissionAttributes.of(PermissionAction.READ), "catalog-entity");
 * }</pre>
 *
 * Everything here is immutable. Backstage counterpart: {@code @backstage/plugin-permission-common}.
 */
@NullMarked
package dev.understudy.permission.common;

import org.jspecify.annotations.NullMarked;
