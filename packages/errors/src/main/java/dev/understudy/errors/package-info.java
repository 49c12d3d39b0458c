// SPDX-License-Identifier: Apache-2.0
/**
 * The exceptions that carry a meaning on the wire. Each has the name that Backstage clients see, and the error middleware
 * turns that name into an HTTP status.
 *
 * <pre>{@code throw new NotFoundException("No entity with uid " + uid); }</pre>
 *
 * Backstage counterpart: {@code @backstage/errors}.
 */
@NullMarked
package dev.understudy.errors;

import org.jspecify.annotations.NullMarked;
