// SPDX-License-Identifier: Apache-2.0
/** The logger of a plugin. Backstage counterpart: {@code @backstage/backend-defaults/logger}. */
@NullMarked
package dev.understudy.backend.defaults.logger;

import org.jspecify.annotations.NullMarked;
