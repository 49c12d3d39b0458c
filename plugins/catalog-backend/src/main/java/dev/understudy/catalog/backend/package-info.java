// SPDX-License-Identifier: Apache-2.0
/**
 * The catalog plugin: {@link dev.understudy.catalog.backend.CatalogPlugin#feature()} is all that an application needs.
 *
 * <p>Backstage counterpart: {@code @backstage/plugin-catalog-backend}.
 */
@NullMarked
package dev.understudy.catalog.backend;

import org.jspecify.annotations.NullMarked;
