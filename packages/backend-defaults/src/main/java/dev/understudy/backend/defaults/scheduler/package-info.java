// SPDX-License-Identifier: Apache-2.0
/** The scheduler. Backstage counterpart: {@code entrypoints/scheduler}. */
@NullMarked
package dev.understudy.backend.defaults.scheduler;

import org.jspecify.annotations.NullMarked;
