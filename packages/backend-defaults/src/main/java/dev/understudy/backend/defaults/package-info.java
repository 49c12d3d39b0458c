// SPDX-License-Identifier: Apache-2.0
/**
 * The backend with its default services, ready to have plugins added.
 *
 * <pre>{@code
 * createBackend().add(CatalogPlugin::feature).start();
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/backend-defaults}.
 */
@NullMarked
package dev.understudy.backend.defaults;

import org.jspecify.annotations.NullMarked;
