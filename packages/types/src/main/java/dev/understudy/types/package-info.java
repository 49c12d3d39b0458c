// SPDX-License-Identifier: Apache-2.0
/**
 * Durations as people write them, and JSON as JavaScript clients see it.
 *
 * <pre>{@code var timeout = HumanDuration.parse("2 minutes").toDuration(); }</pre>
 *
 * Backstage counterpart: {@code @backstage/types}.
 */
@NullMarked
package dev.understudy.types;

import org.jspecify.annotations.NullMarked;
