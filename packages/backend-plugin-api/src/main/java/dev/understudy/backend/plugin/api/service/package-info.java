// SPDX-License-Identifier: Apache-2.0
/**
 * The interfaces of the core services.
 *
 * <pre>{@code var logger = reg.require(LOGGER); }</pre>
 *
 * Backstage counterpart: {@code coreServices} and its types.
 */
@NullMarked
package dev.understudy.backend.plugin.api.service;

import org.jspecify.annotations.NullMarked;
