// SPDX-License-Identifier: Apache-2.0
/** Finding and running actions. Backstage counterpart: {@code alpha/entrypoints/actions}. */
@NullMarked
package dev.understudy.backend.defaults.actions;

import org.jspecify.annotations.NullMarked;
