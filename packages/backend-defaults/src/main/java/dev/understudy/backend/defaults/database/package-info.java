// SPDX-License-Identifier: Apache-2.0
/** A database per plugin. Backstage counterpart: {@code @backstage/backend-defaults/database}. */
@NullMarked
package dev.understudy.backend.defaults.database;

import org.jspecify.annotations.NullMarked;
