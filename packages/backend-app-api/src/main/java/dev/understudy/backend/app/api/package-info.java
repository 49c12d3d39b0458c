// SPDX-License-Identifier: Apache-2.0
/**
 * Puts features together, starts them and stops them.
 *
 * <pre>{@code
 * try (var backend = createSpecializedBackend(defaultServiceFactories)) {
 *     backend.add(CatalogPlugin::feature).start();
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/backend-app-api}.
 */
@NullMarked
package dev.understudy.backend.app.api;

import org.jspecify.annotations.NullMarked;
