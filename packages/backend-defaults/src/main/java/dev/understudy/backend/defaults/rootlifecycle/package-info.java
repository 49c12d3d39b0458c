// SPDX-License-Identifier: Apache-2.0
/** The lifecycle of the backend. Backstage counterpart: {@code @backstage/backend-defaults/rootLifecycle}. */
@NullMarked
package dev.understudy.backend.defaults.rootlifecycle;

import org.jspecify.annotations.NullMarked;
