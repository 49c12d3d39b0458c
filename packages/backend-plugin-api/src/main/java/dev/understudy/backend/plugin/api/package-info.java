// SPDX-License-Identifier: Apache-2.0
/**
 * The wiring: references, registrations and the {@code create…} verbs.
 *
 * <pre>{@code
 * public static BackendFeature feature() {
 *     return createBackendPlugin("todo", reg -> {
 *         var logger = reg.require(LOGGER);
 *         var httpRouter = reg.require(HTTP_ROUTER);
 *         reg.registerInit(() -> httpRouter.get().use(TodoRouter.create(logger.get())));
 *     });
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/backend-plugin-api}.
 */
@NullMarked
package dev.understudy.backend.plugin.api;

import org.jspecify.annotations.NullMarked;
