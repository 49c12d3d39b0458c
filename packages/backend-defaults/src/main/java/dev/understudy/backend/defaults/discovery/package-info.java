// SPDX-License-Identifier: Apache-2.0
/** Where plugins are reached. Backstage counterpart: {@code @backstage/backend-defaults/discovery}. */
@NullMarked
package dev.understudy.backend.defaults.discovery;

import org.jspecify.annotations.NullMarked;
