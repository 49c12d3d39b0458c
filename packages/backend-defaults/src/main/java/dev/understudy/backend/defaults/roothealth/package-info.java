// SPDX-License-Identifier: Apache-2.0
/**
 * Whether the backend lives and is ready.
 *
 * <p>Backstage counterpart: {@code @backstage/backend-defaults/rootHealth}.
 */
@NullMarked
package dev.understudy.backend.defaults.roothealth;

import org.jspecify.annotations.NullMarked;
