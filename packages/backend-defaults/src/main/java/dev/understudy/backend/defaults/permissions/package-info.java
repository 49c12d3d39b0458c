// SPDX-License-Identifier: Apache-2.0
/** Authorization. Backstage counterpart: {@code entrypoints/permissions} and {@code ServerPermissionClient}. */
@NullMarked
package dev.understudy.backend.defaults.permissions;

import org.jspecify.annotations.NullMarked;
