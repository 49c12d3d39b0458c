// SPDX-License-Identifier: Apache-2.0
/** The lifecycle of a plugin. Backstage counterpart: {@code @backstage/backend-defaults/lifecycle}. */
@NullMarked
package dev.understudy.backend.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
